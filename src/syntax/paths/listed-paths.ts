import { oncePerList } from '../once-per-list.ts';

/**
 * The listed path that is given away together with `path`: it is that path, holds it, or lies within it.
 * Whole segments are compared, and `*` in a listed path stands for any one of them. `undefined` when
 * there is none, or when `path` is not absolute and so names no place.
 */
export const findExposed = (path: string, listed: readonly string[]): string | undefined =>
  find(path, listed, () => true);

/** The listed path that is `path` or holds it; otherwise as {@link findExposed}. */
export const findHolder = (path: string, listed: readonly string[]): string | undefined =>
  find(path, listed, (given, candidate) => candidate.length <= given.length);

/** Whether `path` lies within a listed path, and is not that path itself. */
export const liesWithin = (path: string, listed: string): boolean =>
  find(path, [listed], (given, candidate) => candidate.length < given.length) !== undefined;

/** Whether two paths lie on one line: they are the same, or one holds the other. */
export const pathsMeet = (one: string, other: string): boolean =>
  one.startsWith('/') && meet(segmentsOf(one), segmentsOf(other));

/** A listed path, cut into its segments. */
interface Listed {
  readonly path: string;
  readonly segments: readonly string[];
}

function find(
  path: string,
  listed: readonly string[],
  accept: (given: readonly string[], candidate: readonly string[]) => boolean,
): string | undefined {
  if (!path.startsWith('/')) return undefined;
  const given = segmentsOf(path);
  for (const { path: found, segments } of nearby(listedPaths(listed), given[0])) {
    if (accept(given, segments) && meet(given, segments)) return found;
  }
  return undefined;
}

/** Whether one of them leads to the other. */
function meet(given: readonly string[], candidate: readonly string[]): boolean {
  const shared = Math.min(given.length, candidate.length);
  for (let at = 0; at < shared; at += 1) {
    if (candidate[at] !== given[at] && candidate[at] !== '*') return false;
  }
  return true;
}

/** A list of paths, and those of them that each first segment can meet, in the order of the list. */
interface ListedPaths {
  readonly all: readonly Listed[];
  readonly byFirst: ReadonlyMap<string, readonly Listed[]>;
  /** Those that any first segment can meet. */
  readonly others: readonly Listed[];
}

const nearby = ({ all, byFirst, others }: ListedPaths, first: string | undefined) =>
  first === undefined ? all : (byFirst.get(first) ?? others);

const listedPaths = oncePerList((listed): ListedPaths => {
  const all = listed.map((path) => ({ path, segments: segmentsOf(path) }));
  const meetsAny = ({ segments: [first] }: Listed): boolean => first === undefined || first === '*';
  const firsts = new Set(all.flatMap(({ segments }) => segments.slice(0, 1)));
  const meeting = (first: string): readonly Listed[] =>
    all.filter((each) => meetsAny(each) || each.segments[0] === first);
  return {
    all,
    byFirst: new Map(Array.from(firsts, (first) => [first, meeting(first)])),
    others: all.filter(meetsAny),
  };
});

/** What was cut last; several controls look at the same mounts, one after the other. */
const recent = new Map<string, readonly string[]>();
const recentPaths = 500;

/** Doubled slashes, `.` and `..` settled as text; /var/run is a link to /run wherever there is a /run. */
function segmentsOf(path: string): readonly string[] {
  const known = recent.get(path);
  if (known) return known;
  // plimsoll-ignore no-shared-state: it is remembered what was cut, which is the same each time
  if (recent.size >= recentPaths) recent.clear();
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  const settled = segments[0] === 'var' && segments[1] === 'run' ? segments.slice(1) : segments;
  // plimsoll-ignore no-shared-state: it is remembered what was cut, which is the same each time
  recent.set(path, settled);
  return settled;
}
