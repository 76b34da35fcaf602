import { parseSnapshot } from '../../src/core/snapshot/parse-snapshot.ts';
import type { Snapshot } from '../../src/core/snapshot/snapshot.ts';
import { inLanguage } from '../../src/core/text.ts';
import { builtinKinds } from '../../src/core/subjects/kinds.ts';

/** A line that a reader would take for ours, with what colours it, turns it about, hides in it and goes back to its start. */
export const forged =
  'x\n\nFail 0 · Pass 999\r\nFail 0\u2028Fail 0\u0085Fail 0\u001B[31m\u009B1m\u202Etxt\u2066\u200B\uFEFF\u0000\u{E0041}';

/** What acts on the text around it, or that nobody sees, and stands raw; line feeds are looked at apart. */
export const acting =
  /(?!\n|\t|\uFE0E|\uFE0F)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** A line that nobody but the snapshot made. */
export const forgedLine = /^\W*(?:Fail 0|Fail 0 · Pass 999)/mu;

type Path = readonly PropertyKey[];

function leaves(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => leaves(each, [...path, key]));
}

const put = (value: unknown, path: Path, change: (text: string) => string): void => {
  const holder = path
    .slice(0, -1)
    .reduce<unknown>((at, key) => Reflect.get(Object(at), key), value);
  const key = path.at(-1) ?? '';
  Reflect.set(Object(holder), key, change(String(Reflect.get(Object(holder), key))));
};

/** A snapshot with a forged line in every text of it that its schemas leave free. */
export function hostileSnapshot(base: Snapshot): Snapshot {
  const kinds = new Map(builtinKinds.map((kind) => [kind.kind as string, kind]));
  const subjects = structuredClone(base.subjects).map((subject) => {
    const schema = kinds.get(subject.kind)?.schema;
    for (const path of leaves(subject.facts)) {
      put(subject.facts, path, (text) => text + forged);
      const parsed = schema?.safeParse(subject.facts);
      // Where the schema wants a form, the text has it.
      if (parsed?.error?.issues.some(({ path: at }) => at.join('/') === path.join('/')) ?? false) {
        put(subject.facts, path, (text) => text.slice(0, -forged.length));
      } else if (parsed && !parsed.success && subject.gaps.length === 0) {
        put(subject.facts, path, (text) => text.slice(0, -forged.length));
      }
    }
    const gaps = subject.gaps.map((gap) => ({
      ...gap,
      detail:
        typeof gap.detail === 'string'
          ? gap.detail + forged
          : { en: gap.detail.en + forged, zh: gap.detail.zh + forged },
    }));
    return { ...subject, name: subject.name + forged, gaps };
  });
  const targets = structuredClone(base.targets).map((target) => ({
    ...target,
    description: inLanguage(target.description, 'en') + forged,
    access: inLanguage(target.access, 'en') + forged,
  }));
  const gaps = structuredClone(base.gaps).map((gap) => ({ ...gap, detail: `no${forged}` }));
  return parseSnapshot({ ...base, targets, subjects, gaps }, builtinKinds);
}
