import { z } from 'zod';
import { text, type Text } from '../text.ts';
import { extensionsOf } from './extended-kind.ts';
import type { Gap } from './gap.ts';
import { keysOf, pointerSegment } from './pointer.ts';
import type { Subject, SubjectKind } from './subject.ts';

const notRead = text(
  'the release that collected this did not read it',
  '采集时所用的版本不读取此项',
);

const notExtended = (id: string): Text =>
  text(
    `it is read by ${id}, which was not among the collectors: name it there, and collect again`,
    `该项由 ${id} 读取，而采集时未启用该采集器：请将其列入 collectors 后重新采集`,
  );

/** The gap in place of a fact that a kind has and a subject has not. */
export function absentFact(kind: SubjectKind, path: string): Gap {
  const [name = '', ...deeper] = keysOf(path);
  const reader =
    deeper.length > 0
      ? undefined
      : extensionsOf(kind).find(({ added }) => Object.hasOwn(added.shape, name));
  return { path, reason: 'unavailable', detail: reader ? notExtended(reader.id) : notRead };
}

const required = new WeakMap<SubjectKind, ReadonlyMap<string, Gap>>();

/** The facts that every subject of a kind has, by name, each with the gap that stands for it where it is absent. */
function requiredFacts(kind: SubjectKind): ReadonlyMap<string, Gap> {
  let facts = required.get(kind);
  if (facts === undefined) {
    const shape: Readonly<Record<string, z.ZodType>> =
      kind.schema instanceof z.ZodObject ? kind.schema.shape : {};
    facts = new Map(
      Object.entries(shape)
        .filter(([, schema]) => !schema.safeParse(undefined).success)
        .map(([name]) => [name, absentFact(kind, `/${pointerSegment(name)}`)]),
    );
    required.set(kind, facts);
  }
  return facts;
}

/** The gaps of a subject, with those of the facts that its kind has and it has not. */
export function allGaps(kind: SubjectKind | undefined, { facts, gaps }: Subject): readonly Gap[] {
  if (kind === undefined) return gaps;
  let absent: Gap[] | undefined;
  for (const [name, gap] of requiredFacts(kind)) {
    if (facts[name] === undefined) (absent ??= []).push(gap);
  }
  if (absent === undefined) return gaps;
  const isTold = ({ path }: Gap): boolean =>
    gaps.some((gap) => gap.path === '' || gap.path === path || gap.path.startsWith(`${path}/`));
  return [...gaps, ...absent.filter((gap) => !isTold(gap))];
}
