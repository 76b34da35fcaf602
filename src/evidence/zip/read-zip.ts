import { compareEntries, isPath, limits, type BundleEntry } from './entry.ts';
import { isLocal, lengthsOf, sizes } from './headers.ts';
import { piecesOf } from './write-zip.ts';

/** Something that is wrong with a bundle, and where. */
export interface BundleProblem {
  /** The file in the bundle; absent where it is about the container itself. */
  readonly path?: string;
  /** Bytes from the beginning of the bundle; absent where it is about a file as a whole. */
  readonly offset?: number;
  readonly message: string;
}

/** What a container holds. */
export interface Contents {
  readonly entries: readonly BundleEntry[];
  /** What differs from the one way in which these entries can be written; empty when nothing does. */
  readonly problems: readonly BundleProblem[];
}

/**
 * Reads a container that anybody may have made. Entries are read one after the other from the beginning, and
 * nothing that the file says of itself makes it read or hold more than the file has. Then the container is
 * written again from what was read, and every byte compared. Nothing is thrown, whatever the bytes are.
 */
export function readContainer(bytes: Uint8Array): Contents {
  if (bytes.length > limits.bytes) {
    return { entries: [], problems: [{ message: `Larger than ${limits.bytes} bytes.` }] };
  }
  const { entries, problem } = walk(bytes);
  if (problem) return { entries, problems: [problem] };
  const different = firstDifference(bytes, entries);
  return { entries, problems: different ? [different] : [] };
}

function walk(bytes: Uint8Array): { entries: readonly BundleEntry[]; problem?: BundleProblem } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: BundleEntry[] = [];
  let offset = 0;
  while (isLocal(view, offset)) {
    const { size, name } = lengthsOf(view, offset);
    const begin = offset + sizes.local + name;
    const path = Buffer.from(bytes.subarray(offset + sizes.local, begin)).toString('latin1');
    const before = entries.at(-1);
    if (name > limits.path || !isPath(path)) {
      return { entries, problem: { offset, message: 'The name of an entry is not a plain path.' } };
    }
    if (begin + size > bytes.length) {
      return { entries, problem: { path, offset, message: 'The stated length exceeds the file.' } };
    }
    if (before && compareEntries(before, { path }) >= 0) {
      const message = `Occurs twice or out of order, after ${before.path}.`;
      return { entries, problem: { path, offset, message } };
    }
    if (entries.length >= limits.entries) {
      return { entries, problem: { offset, message: `More than ${limits.entries} entries.` } };
    }
    entries.push({ path, bytes: bytes.subarray(begin, begin + size) });
    offset = begin + size;
  }
  if (entries.length > 0) return { entries };
  return { entries, problem: { offset: 0, message: 'Does not begin like a bundle.' } };
}

const parts = {
  header: 'The header does not match the content.',
  content: 'The content cannot be read.',
  directory: 'The directory at the end has other data for this entry.',
  end: 'The end of the file does not match its entries.',
} as const;

/** The first byte that differs from the container as it would be written, and what stands there. */
function firstDifference(
  bytes: Uint8Array,
  entries: readonly BundleEntry[],
): BundleProblem | undefined {
  let offset = 0;
  for (const { path, part, bytes: expected } of piecesOf(entries)) {
    const found = bytes.subarray(offset, offset + expected.length);
    if (Buffer.compare(found, expected) !== 0) {
      const within = expected.findIndex((byte, at) => byte !== found[at]);
      return {
        ...(path === undefined ? {} : { path }),
        offset: offset + within,
        message: parts[part],
      };
    }
    offset += expected.length;
  }
  if (offset === bytes.length) return undefined;
  return { offset, message: `${bytes.length - offset} bytes follow after the end.` };
}
