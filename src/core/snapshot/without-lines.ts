import type { Gap } from '../facts/gap.ts';
import { keyOfSegment, keysOf } from '../facts/pointer.ts';
import { standsOn, type Source, type SourceLines } from '../facts/source.ts';
import type { Subject } from '../facts/subject.ts';

/** What is left of a subject, and where that stood in it. */
interface Left {
  readonly subject: Subject;
  /** The place in the subject as it was, of a place in what is left. */
  readonly placeBefore: (path: string) => string;
}

/**
 * A subject as it would be if nothing stood on some lines of its file, as far as that is known: an item of a list is
 * left out, a switch is turned over, and everything else is not known. What fails of it still, fails for another
 * reason.
 */
export function withoutLines(subject: Subject, lines: readonly SourceLines[]): Left {
  const { sources = {} } = subject;
  const covers = (source: Source | undefined): boolean =>
    source !== undefined && lines.some((each) => standsOn(source, each));
  const paths = Object.keys(sources).filter((path) => path !== '');
  const gaps: Gap[] = [...subject.gaps];
  const facts: Record<string, unknown> = structuredClone(subject.facts);
  const removed = new Map<unknown[], Set<number>>();
  const removedAt = new Map<string, Set<number>>();

  for (const path of paths) {
    if (!covers(sources[path])) continue;
    const found = find(facts, path);
    if (!found) continue;
    const { parent, key, value } = found;
    if (Array.isArray(parent)) {
      const items = (removed.get(parent) ?? new Set()).add(Number(key));
      removed.set(parent, items);
      removedAt.set(path.slice(0, path.lastIndexOf('/')), items);
    } else if (Array.isArray(value) && paths.some((other) => other.startsWith(`${path}/`))) {
      // Each of its items stands for itself.
    } else if (typeof value === 'boolean') Reflect.set(parent, key, !value);
    else gaps.push(unknownAt(path));
  }
  // What has no line of its own is said, or not said, by the file as a whole.
  if (covers(sources[''])) {
    const placed = new Set(paths.map((path) => path.split('/')[1]));
    for (const key of Object.keys(facts)) if (!placed.has(key)) gaps.push(unknownAt(`/${key}`));
  }
  const kept = gaps.filter(({ path }) => !isRemoved(facts, path, removed));
  const moved = kept.map((gap) => ({ ...gap, path: pathAfter(facts, gap.path, removed) }));
  for (const [list, items] of removed) {
    const left = list.filter((_, at) => !items.has(at));
    list.splice(0, list.length, ...left);
  }
  // Nobody asks where a fact of such a subject stands.
  const left = { ...subject, facts, gaps: moved, sources: {} };
  return { subject: left, placeBefore: (path) => pathBefore(path, removedAt) };
}

const unknownAt = (path: string): Gap => ({
  path,
  reason: 'unavailable',
  detail: 'an exception covers the lines that define it',
});

/** What lies at a path, and in what. */
function find(facts: object, path: string) {
  let parent: unknown;
  let value: unknown = facts;
  let key = '';
  for (key of keysOf(path)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    parent = value;
    value = Reflect.get(value, key);
  }
  return typeof parent === 'object' && parent !== null ? { parent, key, value } : undefined;
}

type Removed = ReadonlyMap<unknown[], ReadonlySet<number>>;

/** Whether a path leads through an item that was left out. */
function isRemoved(facts: object, path: string, removed: Removed): boolean {
  let at: unknown = facts;
  for (const key of keysOf(path)) {
    if (typeof at !== 'object' || at === null) return false;
    if (Array.isArray(at) && removed.get(at)?.has(Number(key)) === true) return true;
    at = Reflect.get(at, key);
  }
  return false;
}

/** The same path once items before it are gone. */
function pathAfter(facts: object, path: string, removed: Removed): string {
  let at: unknown = facts;
  let made = '';
  for (const segment of path.split('/').slice(1)) {
    const key = keyOfSegment(segment);
    const gone = Array.isArray(at) ? removed.get(at) : undefined;
    const before = gone ? [...gone].filter((each) => each < Number(key)).length : 0;
    made += `/${before > 0 ? Number(key) - before : segment}`;
    at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined;
  }
  return made;
}

/** The path that something had while the items were there that are gone now, by the paths of their lists. */
function pathBefore(path: string, removed: ReadonlyMap<string, ReadonlySet<number>>): string {
  let made = '';
  for (const segment of path.split('/').slice(1)) {
    const gone = removed.get(made);
    made += `/${gone ? indexBefore(Number(segment), gone) : segment}`;
  }
  return made;
}

function indexBefore(index: number, gone: ReadonlySet<number>): number {
  let before = index;
  for (const each of [...gone].sort((a, b) => a - b)) if (each <= before) before += 1;
  return before;
}
