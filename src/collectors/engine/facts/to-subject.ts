import { parseSparingly } from '../../../core/parse-sparingly.ts';
import type { Gap } from '../../../core/snapshot/gap.ts';
import { keysOf, pointerSegment } from '../../../core/snapshot/pointer.ts';
import type { Subject, SubjectKind } from '../../../core/subjects/subject.ts';
import type { OriginName } from '../origins/origins.ts';
import { settle, type Missing } from '../../partly.ts';
import { text } from '../../../core/text.ts';

/** Who a subject is, and what it is made of. */
export interface Draft {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly name: string;
  readonly target: string;
  /** As the harvest calls it; an archive has one of its own. */
  readonly origin: OriginName | 'compose/service' | `archive/${string}`;
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
  const added: Gap[] = [];
  for (const { path, message } of parsed.error.issues) {
    const pointer = path.map((key) => `/${pointerSegment(String(key))}`).join('');
    if ([...gaps, ...added].some((gap) => covers(gap.path, pointer))) continue;
    added.push({
      path: pointer,
      reason: 'malformed',
      detail: text(`what was read does not fit: ${message}`, `读取的内容不符合要求：${message}`),
    });
  }
  return {
    facts: added.reduce((rest, gap) => without(rest, gap.path), facts),
    gaps: [...gaps, ...added],
  };
}

const covers = (gap: string, path: string): boolean => path === gap || path.startsWith(`${gap}/`);

/** The same facts less the one at `path`; of a list, an item is emptied rather than removed. */
function without<T>(value: T, path: string): T {
  const keys = keysOf(path);
  const copy = structuredClone(value);
  let at: unknown = copy;
  for (const [depth, key] of keys.entries()) {
    if (typeof at !== 'object' || at === null) return copy;
    if (depth < keys.length - 1) at = Reflect.get(at, key);
    else if (Array.isArray(at)) Reflect.set(at, key, null);
    else Reflect.deleteProperty(at, key);
  }
  return copy;
}
