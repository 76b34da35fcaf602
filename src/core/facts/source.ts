import { z } from 'zod';

/**
 * Where a fact was read. Pointers are JSON Pointers (RFC 6901) into the answer; lines and columns count from 1.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6901
 */
export const sourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('api'), endpoint: z.string(), pointer: z.string() }),
  z.object({
    kind: z.literal('file'),
    path: z.string(),
    line: z.number().int().positive().optional(),
    column: z.number().int().positive().optional(),
    /** Set where the file says nothing of it, so that it is the engine's default: the place is what it would be said of. */
    unset: z.literal(true).optional(),
  }),
  z.object({ kind: z.literal('command'), command: z.string() }),
  z.object({ kind: z.literal('probe'), address: z.string(), what: z.string() }),
]);

/** Where a fact was read: the answer of an API, a file, a command or a probe. */
export type Source = Readonly<z.output<typeof sourceSchema>>;

/** Lines of a file, both ends included. */
export const sourceLines = z.strictObject({
  /** The file, as sources call it. */
  path: z.string(),
  /** The first line, from 1. */
  first: z.number().int().positive(),
  /** The last line, from 1. */
  last: z.number().int().positive(),
  /** The line of the thing that they are part of, at which what nobody said of it is shown: that is covered as well. */
  of: z.number().int().positive().optional(),
});

/** Lines of a file, both ends included. */
export type SourceLines = Readonly<z.output<typeof sourceLines>>;

/** Whether a source stands on the lines; what a file as a whole does not say stands on any of its lines. */
export function standsOn(source: Source, { path, first, last, of }: SourceLines): boolean {
  if (source.kind !== 'file' || source.path !== path) return false;
  const { line, unset } = source;
  if (line === undefined) return true;
  return (line >= first && line <= last) || (unset === true && line === of);
}

/**
 * Sources that every subject of one origin shares, by fact path. A path may hold `*` for any one
 * segment; `{id}` in an endpoint or a file path stands for the subject's id, and a `*` in a pointer
 * for what the `*` of the path matched.
 */
export type SourceMap = Readonly<Record<string, Source>>;

export const sourceMapSchema = z.record(z.string(), sourceSchema);

interface Entry {
  readonly segments: readonly string[];
  readonly source: Source;
}

/** Of a map in which a path holds `*`. */
interface Index {
  /** Longest path first, so that the first match is the most exact one. */
  readonly entries: readonly Entry[];
  /** What was found by path, but for the id: subjects of one origin have their facts in the same places. */
  readonly found: Map<string, Source | undefined>;
}

/** Paths remembered at most, so that a map that meets names of all kinds costs a bounded amount. */
const remembered = 4096;

const indexes = new WeakMap<SourceMap, Index | 'exact'>();

/** The index of a map; where no path holds `*`, the paths themselves find what is sought. */
function indexOf(map: SourceMap): Index | 'exact' {
  let index = indexes.get(map);
  if (index === undefined) {
    const exact = !Object.keys(map).some((path) => path.includes('*'));
    indexes.set(map, (index = exact ? 'exact' : makeIndex(map)));
  }
  return index;
}

const makeIndex = (map: SourceMap): Index => ({
  entries: Object.entries(map)
    .map(([path, source]) => ({ segments: path.split('/').slice(1), source }))
    .sort((a, b) => b.segments.length - a.segments.length),
  found: new Map(),
});

function search(entries: readonly Entry[], path: string): Source | undefined {
  const segments = path.split('/').slice(1);
  const entry = entries.find(
    (each) =>
      each.segments.length <= segments.length &&
      each.segments.every((part, at) => part === '*' || part === segments[at]),
  );
  if (entry?.source.kind !== 'api') return entry?.source;
  const wildcards = segments.filter((_, at) => entry.segments[at] === '*');
  let next = 0;
  const pointer = entry.source.pointer
    .split('/')
    .map((segment) => (segment === '*' ? (wildcards[next++] ?? '*') : segment))
    .join('/');
  return { ...entry.source, pointer };
}

function searchOnce({ entries, found }: Index, path: string): Source | undefined {
  if (!found.has(path)) {
    if (found.size >= remembered) found.clear();
    found.set(path, search(entries, path));
  }
  return found.get(path);
}

/** The source of a path, or of the nearest one above it. */
function searchAbove(map: SourceMap, path: string): Source | undefined {
  let at = path;
  for (;;) {
    // A path is empty or begins with a slash, and so is no name of what every object has.
    const found = map[at];
    if (found !== undefined) return found;
    const slash = at.lastIndexOf('/');
    if (slash < 0) return undefined;
    at = at.slice(0, slash);
  }
}

/** A source of the subject with this id. */
export function withId(source: Source, id: string): Source {
  const named = (value: string): string => value.replaceAll('{id}', () => id);
  if (source.kind === 'file') {
    return source.path.includes('{id}') ? { ...source, path: named(source.path) } : source;
  }
  if (source.kind !== 'api') return source;
  return { kind: 'api', endpoint: named(source.endpoint), pointer: source.pointer };
}

/**
 * Finds where the fact at `path` was read: the most exact entry whose path is `path` or a parent of it.
 * A parent's pointer is returned as it stands, since a normalised fact need not lie under its own name.
 */
export function findSource(map: SourceMap, path: string, id: string): Source | undefined {
  const index = indexOf(map);
  const source = index === 'exact' ? searchAbove(map, path) : searchOnce(index, path);
  return source && withId(source, id);
}
