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
  first: z.number().int().positive(),
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

const parsed = new WeakMap<SourceMap, readonly Entry[]>();

/** Longest path first, so that the first match is the most exact one. */
function entriesOf(map: SourceMap): readonly Entry[] {
  let entries = parsed.get(map);
  if (entries === undefined) {
    entries = Object.entries(map)
      .map(([path, source]) => ({ segments: path.split('/').slice(1), source }))
      .sort((a, b) => b.segments.length - a.segments.length);
    parsed.set(map, entries);
  }
  return entries;
}

function fill(source: Source, id: string, wildcards: readonly string[]): Source {
  const withId = (value: string): string => value.replaceAll('{id}', () => id);
  if (source.kind === 'file') return { ...source, path: withId(source.path) };
  if (source.kind !== 'api') return source;
  let next = 0;
  const pointer = source.pointer
    .split('/')
    .map((segment) => (segment === '*' ? (wildcards[next++] ?? '*') : segment))
    .join('/');
  return { kind: 'api', endpoint: withId(source.endpoint), pointer };
}

/**
 * Finds where the fact at `path` was read: the most exact entry whose path is `path` or a parent of it.
 * A parent's pointer is returned as it stands, since a normalised fact need not lie under its own name.
 */
export function findSource(map: SourceMap, path: string, id: string): Source | undefined {
  const segments = path.split('/').slice(1);
  for (const entry of entriesOf(map)) {
    if (entry.segments.length > segments.length) continue;
    if (entry.segments.every((part, at) => part === '*' || part === segments[at])) {
      const wildcards = segments.filter((_, at) => entry.segments[at] === '*');
      return fill(entry.source, id, wildcards);
    }
  }
  return undefined;
}

/** Escapes one key for use in a JSON Pointer. */
export const pointerSegment = (key: string): string =>
  key.replaceAll('~', '~0').replaceAll('/', '~1');
