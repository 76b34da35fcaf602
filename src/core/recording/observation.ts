import { z } from 'zod';
import type { Judgement } from '../assessment/evaluate.ts';
import { describeGap, type Gap } from '../snapshot/gap.ts';
import { textSchema } from '../text.ts';
import { pathOf, wholeValue, type ViewNode } from './recorder.ts';
import { findSource, sourceSchema, type SourceMap } from '../snapshot/source.ts';
import { refOf, subjectRefSchema, type Subject, type SubjectRef } from '../subjects/subject.ts';

/** One fact that a check read. */
export const observationSchema = z.object({
  /** JSON Pointer into the subject's facts. */
  path: z.string(),
  /** What was there; `null` also where there was nothing. */
  value: z.unknown(),
  /** Absent only where the collector named none. */
  source: sourceSchema.optional(),
  /** Set when the fact is another subject's than the finding's. */
  subject: subjectRefSchema.optional(),
  /** Why there is no value: the fact is a gap. Its reason, a colon, and what came back. */
  gap: z.string().optional(),
  /** What came back, where the collector says it in both languages; absent where it stands as it came. */
  detail: textSchema.optional(),
});

/** One fact that a check read: path, value, and where the value was read. */
export type Observation = Readonly<z.output<typeof observationSchema>>;

/** At most this many items of a list are shown; the count is always exact. */
const shownItems = 20;

/**
 * What stands in an observation for a value: a scalar as it is, a list of scalars as a list, and of
 * anything larger only its size, since its parts are observations of their own.
 */
function shown(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value !== 'object' || value === null) return value;
  const items: readonly unknown[] = Array.isArray(value) ? value : Object.keys(value);
  const flat = items.every((item) => typeof item !== 'object' || item === null);
  if (!flat) return { count: items.length };
  return items.length <= shownItems
    ? items
    : { count: items.length, first: items.slice(0, shownItems) };
}

/** What an observation of a gap has in place of a value. */
export const unreadOf = (
  gap: Pick<Gap, 'reason' | 'detail'>,
): Pick<Observation, 'gap' | 'detail'> => ({
  gap: describeGap(gap).en,
  ...(typeof gap.detail === 'string' ? {} : { detail: gap.detail }),
});

/** While it is put together. */
type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * The observations of one subject that were made so far, for all that was said of it: most facts are read by several
 * checks. By the path, and with the subject before it where that is another.
 */
export interface Described {
  /** How many judgements were described so far. */
  judgements: number;
  readonly facts: Map<string, Entry>;
  readonly gaps: Map<string, Entry>;
}

interface Entry {
  readonly seen: Observation;
  /** The last judgement that it was part of, by its number. */
  of: number;
}

/** Turns a judgement's raw reads into observations, each fact once, in the order of reading. */
export function observe(
  judgement: Pick<Judgement, 'subject' | 'notes' | 'from' | 'to' | 'gaps'>,
  origins: Readonly<Record<string, SourceMap>>,
): Observation[] {
  const { from, to, notes } = judgement;
  const described = (notes.described ??= { judgements: 0, facts: new Map(), gaps: new Map() });
  const { facts, gaps } = described;
  const of = (described.judgements += 1);
  const found: Observation[] = [];
  const keyOf = (subject: SubjectRef, path: string): string => {
    const { target, kind, id } = subject;
    return subject === judgement.subject ? path : `${target}\n${kind}\n${id}\n${path}`;
  };
  const owner = (subject: SubjectRef) =>
    subject === judgement.subject ? undefined : refOf(subject);
  for (let at = from; at < to; at += 2) {
    // Reads are pairs of node and key.
    const node = notes.reads[at] as ViewNode;
    const key = notes.reads[at + 1] as string;
    const { shared, subject: fixed } = node.root;
    const subject = shared ? judgement.subject : fixed;
    const path = pathOf(node, key);
    const known = keyOf(subject, path);
    let entry = facts.get(known);
    if (entry?.of === of) continue;
    if (entry === undefined) {
      const whole = valueAt(node, subject);
      const value: unknown = key === wholeValue ? whole : Reflect.get(whole, key);
      const seen: Mutable<Observation> = { path, value: shown(value) };
      const source = sourceOf(subject, path, origins);
      if (source !== undefined) seen.source = source;
      const other = owner(subject);
      if (other !== undefined) seen.subject = other;
      facts.set(known, (entry = { seen, of }));
    }
    entry.of = of;
    found.push(entry.seen);
  }
  for (const { subject, gap } of judgement.gaps) {
    const { path, source } = gap;
    const known = keyOf(subject, path);
    let entry = gaps.get(known);
    if (entry?.of === of || facts.get(known)?.of === of) continue;
    if (entry === undefined) {
      const seen: Mutable<Observation> = { path, value: null, ...unreadOf(gap) };
      if (source !== undefined) seen.source = source;
      const other = owner(subject);
      if (other !== undefined) seen.subject = other;
      gaps.set(known, (entry = { seen, of }));
    }
    entry.of = of;
    found.push(entry.seen);
  }
  // A list that grew has room for more, and this one is kept.
  return found.slice();
}

/** What stands at a node's place in the facts of a subject: objects all the way, since it was read there. */
const valueAt = ({ parent, key }: ViewNode, subject: Subject): object =>
  parent === undefined ? subject.facts : (Reflect.get(valueAt(parent, subject), key) as object);

function sourceOf(subject: Subject, path: string, origins: Readonly<Record<string, SourceMap>>) {
  const own = subject.sources && findSource(subject.sources, path, subject.id);
  if (own) return own;
  const shared = subject.origin === undefined ? undefined : origins[subject.origin];
  return shared && findSource(shared, path, subject.id);
}
