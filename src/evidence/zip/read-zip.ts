import { compareEntries, isPath, limits, type BundleEntry } from './entry.ts';
import { text, type Text } from '../../core/text.ts';
import { isLocal, lengthsOf, sizes } from './headers.ts';
import { piecesOf } from './write-zip.ts';

/** Something that is wrong with a bundle, and where. */
export interface BundleProblem {
  /** The file in the bundle; absent where it is about the container itself. */
  readonly path?: string;
  /** Bytes from the beginning of the bundle; absent where it is about a file as a whole. */
  readonly offset?: number;
  /** What is wrong, in both languages. */
  readonly message: Text;
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
    return {
      entries: [],
      problems: [
        { message: text(`Larger than ${limits.bytes} bytes.`, `超过 ${limits.bytes} 字节。`) },
      ],
    };
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
      return {
        entries,
        problem: {
          offset,
          message: text('The name of an entry is not a plain path.', '条目的名称不是普通路径。'),
        },
      };
    }
    if (begin + size > bytes.length) {
      return {
        entries,
        problem: {
          path,
          offset,
          message: text('The stated length exceeds the file.', '所述长度超出文件。'),
        },
      };
    }
    if (before && compareEntries(before, { path }) >= 0) {
      const message = text(
        `Occurs twice or out of order, after ${before.path}.`,
        `重复或次序有误，在 ${before.path} 之后。`,
      );
      return { entries, problem: { path, offset, message } };
    }
    if (entries.length >= limits.entries) {
      return {
        entries,
        problem: {
          offset,
          message: text(`More than ${limits.entries} entries.`, `超过 ${limits.entries} 个条目。`),
        },
      };
    }
    entries.push({ path, bytes: bytes.subarray(begin, begin + size) });
    offset = begin + size;
  }
  if (entries.length > 0) return { entries };
  return {
    entries,
    problem: { offset: 0, message: text('Does not begin like a bundle.', '开头不是证据包。') },
  };
}

const parts = {
  header: text('The header does not match the content.', '头与内容不符。'),
  content: text('The content cannot be read.', '内容无法读取。'),
  directory: text(
    'The directory at the end has other data for this entry.',
    '结尾的目录对该条目另有记载。',
  ),
  end: text('The end of the file does not match its entries.', '文件的结尾与其条目不符。'),
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
  return {
    offset,
    message: text(
      `${bytes.length - offset} bytes follow after the end.`,
      `结尾之后还有 ${bytes.length - offset} 字节。`,
    ),
  };
}
