import type { Mutable } from '../mutable.ts';
import type { Entry, Noted } from './notes.ts';
import { unreadOf, type Observation } from './observation.ts';
import { pathOf, wholeValue, type ViewNode } from './recorder.ts';
import { findSource, withId, type Source, type SourceMap } from '../facts/source.ts';
import { refOf, type Subject, type SubjectRef } from '../facts/subject.ts';

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

/** Turns a judgement's raw reads into observations, each fact once, in the order of reading, and what is known beside them. */
export function observe(judgement: Noted, origins: Readonly<Record<string, SourceMap>>): Entry[] {
  const { subject: own, reads, gaps, notes } = judgement;
  const described = (notes.described ??= { judgements: 0, facts: new Map(), gaps: new Map() });
  const of = (described.judgements += 1);
  const found: Entry[] = [];
  for (let at = 0; at < reads.length; at += 2) {
    // Reads are pairs of node and key.
    const node = reads[at] as ViewNode;
    const key = reads[at + 1] as string;
    const { shared, subject: fixed } = node.root;
    const subject = shared ? own : fixed;
    const path = pathOf(node, key);
    const name = nameOf(subject, path, own);
    let fact = described.facts.get(name);
    if (fact?.of === of) continue;
    if (fact === undefined) {
      const whole = valueAt(node, subject);
      const held: unknown = key === wholeValue ? whole : Reflect.get(whole, key);
      const stated = sourceOf(subject, node, path, origins);
      const source =
        held === undefined && stated?.kind === 'api'
          ? sourceOfAbsent(subject, node, path, origins)
          : stated;
      const seen = observation({ path, value: shown(held) }, source, subject, own);
      described.facts.set(name, (fact = { seen, spelled: undefined, gap: undefined, of }));
    }
    fact.of = of;
    found.push(fact);
  }
  for (const { subject, gap } of gaps) {
    const { path, source } = gap;
    const name = nameOf(subject, path, own);
    if (described.facts.get(name)?.of === of) continue;
    let unread = described.gaps.get(name);
    if (unread?.of === of) continue;
    // Of one list, each check may have met another gap.
    if (unread === undefined || unread.gap !== gap) {
      const seen = observation({ path, value: null, ...unreadOf(gap) }, source, subject, own);
      described.gaps.set(name, (unread = { seen, spelled: undefined, gap, of }));
    }
    unread.of = of;
    found.push(unread);
  }
  return found;
}

/** The observations alone. */
export const seenIn = (entries: readonly Entry[]): Observation[] => entries.map(({ seen }) => seen);

/** Tells facts of one judgement apart: its own by their path alone, and no path begins like another's name. */
const nameOf = (subject: SubjectRef, path: string, own: SubjectRef): string =>
  subject === own ? path : `\n${subject.target}\n${subject.kind}\n${subject.id}\n${path}`;

/** @param own the finding's own subject; any other is named */
function observation(
  seen: Mutable<Observation>,
  source: Source | undefined,
  subject: SubjectRef,
  own: SubjectRef,
): Observation {
  if (source !== undefined) seen.source = source;
  if (subject !== own) seen.subject = refOf(subject);
  return seen;
}

/** What stands at a node's place in the facts of a subject: objects all the way, since it was read there. */
const valueAt = ({ parent, key }: ViewNode, subject: Subject): object =>
  parent === undefined ? subject.facts : (Reflect.get(valueAt(parent, subject), key) as object);

function sourceOf(
  subject: Subject,
  node: ViewNode,
  path: string,
  origins: Readonly<Record<string, SourceMap>>,
): Source | undefined {
  const own = subject.sources && ownSource(subject.sources, node, path);
  if (own) return withId(own, subject.id);
  const shared = subject.origin === undefined ? undefined : origins[subject.origin];
  return shared && findSource(shared, path, subject.id);
}

/** Where an answer would say a fact that is not there: one of many by its name has no place in it, and what holds them has. */
function sourceOfAbsent(
  subject: Subject,
  node: ViewNode,
  path: string,
  origins: Readonly<Record<string, SourceMap>>,
): Source | undefined {
  const named = subject.sources?.[path] ?? (subject.origin && origins[subject.origin]?.[path]);
  return named ? withId(named, subject.id) : sourceOf(subject, node, node.path, origins);
}

/** The source of a fact of its own, or of the nearest one above it. */
function ownSource(sources: SourceMap, node: ViewNode, path: string): Source | undefined {
  // A path is empty or begins with a slash, and so is no name of what every object has.
  let found = sources[path];
  for (let above: ViewNode | undefined = node; above && !found; above = above.parent) {
    found = sources[above.path];
  }
  return found;
}
