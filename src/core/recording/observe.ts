import type { Described, Noted } from './notes.ts';
import { unreadOf, type Observation } from './observation.ts';
import { pathOf, wholeValue, type ViewNode } from './recorder.ts';
import type { Gap } from '../snapshot/gap.ts';
import { findSource, type Source, type SourceMap } from '../snapshot/source.ts';
import { refOf, type Subject, type SubjectRef } from '../subjects/subject.ts';

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

/** While it is put together. */
type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Turns a judgement's raw reads into observations, each fact once, in the order of reading. */
export function observe(
  judgement: Noted,
  origins: Readonly<Record<string, SourceMap>>,
): Observation[] {
  const { reads, notes } = judgement;
  const described = (notes.described ??= { judgements: 0, facts: new Map(), gaps: new Map() });
  const { facts, gaps } = described;
  const of = (described.judgements += 1);
  const found: Observation[] = [];
  const add = (
    entries: Described['facts'],
    key: string,
    make: () => Observation,
    gap?: Gap,
  ): void => {
    let entry = entries.get(key);
    if (entry?.of === of) return;
    // Of one list, each check may have met another gap.
    if (entry === undefined || entry.gap !== gap) {
      entries.set(key, (entry = { seen: make(), gap, of }));
    }
    entry.of = of;
    found.push(entry.seen);
  };
  const isOwn = (subject: SubjectRef): boolean => subject === judgement.subject;
  const keyOf = (subject: SubjectRef, path: string): string => {
    const { target, kind, id } = subject;
    // No path begins like this, whatever a label in it is called.
    return isOwn(subject) ? path : `\n${target}\n${kind}\n${id}\n${path}`;
  };
  for (let at = 0; at < reads.length; at += 2) {
    // Reads are pairs of node and key.
    const node = reads[at] as ViewNode;
    const key = reads[at + 1] as string;
    const { shared, subject: fixed } = node.root;
    const subject = shared ? judgement.subject : fixed;
    const path = pathOf(node, key);
    add(facts, keyOf(subject, path), () => {
      const whole = valueAt(node, subject);
      const value = shown(key === wholeValue ? whole : Reflect.get(whole, key));
      const source = sourceOf(subject, path, origins);
      return observation({ path, value }, source, isOwn(subject) ? undefined : subject);
    });
  }
  for (const { subject, gap } of judgement.gaps) {
    const { path, source } = gap;
    const key = keyOf(subject, path);
    if (facts.get(key)?.of === of) continue;
    const make = (): Observation => {
      const unread = { path, value: null, ...unreadOf(gap) };
      return observation(unread, source, isOwn(subject) ? undefined : subject);
    };
    add(gaps, key, make, gap);
  }
  // A list that grew has room for more, and this one is kept.
  return found.slice();
}

/** @param other the subject that it is of, when that is not the finding's */
function observation(
  seen: Mutable<Observation>,
  source: Source | undefined,
  other: SubjectRef | undefined,
): Observation {
  if (source !== undefined) seen.source = source;
  if (other !== undefined) seen.subject = refOf(other);
  return seen;
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
