import { parseSparingly } from '../../core/parse-sparingly.ts';
import type { Gap } from '../../core/facts/gap.ts';
import { formatPointer, keysOf } from '../../core/facts/pointer.ts';
import type { Subject, SubjectKind } from '../../core/facts/subject.ts';
import { settle, type Missing } from './partial-facts.ts';
import { text, type Text } from '../../core/text.ts';

/** Who a subject is, and what it is made of. */
export interface Draft {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly name: string;
  readonly target: string;
  /** As the harvest calls it. */
  readonly origin: string;
  readonly facts: Readonly<Record<string, unknown>> | Missing;
}

/** Makes a subject of its facts; what does not fit the kind's schema becomes a gap, so that the rest can stand. */
export function toSubject({ kind, id, name, target, origin, facts }: Draft): Subject {
  const settled = settle(facts);
  const fitted = fit(kind, settled.facts, settled.gaps);
  return {
    kind: kind.kind,
    id,
    name,
    target,
    origin,
    facts: fitted.facts,
    gaps: [...fitted.gaps],
    ...(Object.keys(settled.sources).length > 0 ? { sources: settled.sources } : {}),
  };
}

function fit(kind: SubjectKind, facts: Subject['facts'], gaps: readonly Gap[]) {
  if (gaps.some(({ path }) => path === '')) return { facts, gaps };
  const parsed = parseSparingly(kind.schema, facts);
  if (parsed.success) return { facts, gaps };
  const { problems } = parsed;
  if (problems.length > misfitsAtMost) {
    return { facts: {}, gaps: [misfit('', problems[0].said)] };
  }
  const added: Gap[] = [];
  for (const { path, said } of problems) {
    const pointer = formatPointer(path);
    if ([...gaps, ...added].some((gap) => covers(gap.path, pointer))) continue;
    added.push(misfit(pointer, said));
  }
  // What is missing of the rest has a gap already, and most often that is all.
  return added.length === 0
    ? { facts, gaps }
    : { facts: without(facts, added), gaps: [...gaps, ...added] };
}

/** Of what has more places that do not fit, none is trusted. */
const misfitsAtMost = 100;

const misfit = (path: string, said: Text): Gap => ({
  path,
  reason: 'malformed',
  detail: text(`what was read does not fit: ${said.en}`, `读取的内容不符合要求：${said.zh}`),
});

const covers = (gap: string, path: string): boolean => path === gap || path.startsWith(`${gap}/`);

/** The same facts less those of these gaps; of a list, an item is emptied rather than removed. */
function without(facts: Subject['facts'], gaps: readonly Gap[]): Subject['facts'] {
  const copy = structuredClone(facts);
  for (const { path } of gaps) takeOut(copy, keysOf(path));
  return copy;
}

function takeOut(from: object, keys: readonly string[]): void {
  let at: unknown = from;
  for (const [depth, key] of keys.entries()) {
    if (typeof at !== 'object' || at === null) return;
    if (depth < keys.length - 1) at = Reflect.get(at, key);
    else if (Array.isArray(at)) Reflect.set(at, key, null);
    else Reflect.deleteProperty(at, key);
  }
}
