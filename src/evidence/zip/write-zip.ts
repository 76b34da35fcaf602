import { crc32 } from 'node:zlib';
import { compareEntries, invalidBundle, isPath, limits, type BundleEntry } from './entry.ts';
import { centralHeader, endRecord, localHeader } from './headers.ts';
import { text } from '../../core/text.ts';

const noHint = text('', '');

/** A range of a container, and what it is: for a person who learns that a byte in it was changed. */
export interface Piece {
  /** The entry that it belongs to; absent at the end of the file. */
  readonly path?: string;
  readonly part: 'header' | 'content' | 'directory' | 'end';
  readonly bytes: Uint8Array;
}

/** The container of these entries, in pieces: the one way in which they can be written. */
export function piecesOf(entries: readonly BundleEntry[]): readonly Piece[] {
  const ordered = entries.toSorted(compareEntries);
  const local: Piece[] = [];
  const central: Piece[] = [];
  let offset = 0;
  let length = 0;
  for (const { path, bytes } of ordered) {
    const header = { name: Buffer.from(path), crc: crc32(bytes), size: bytes.length };
    const before = localHeader(header);
    const listed = centralHeader(header, offset);
    local.push({ path, part: 'header', bytes: before }, { path, part: 'content', bytes });
    central.push({ path, part: 'directory', bytes: listed });
    offset += before.length + bytes.length;
    length += listed.length;
  }
  const end = endRecord(ordered.length, length, offset);
  return [...local, ...central, { part: 'end', bytes: end }];
}

/**
 * Writes a zip file whose bytes depend on the entries alone: stored, in one order, at one fixed time.
 *
 * @throws PlimsollError `bundle-invalid` for a path that may not stand in a bundle or stands twice, and over the limits
 */
export function writeContainer(entries: readonly BundleEntry[]): Uint8Array {
  const seen = new Set<string>();
  for (const { path } of entries) {
    if (!isPath(path)) {
      throw invalidBundle(
        text(
          `${JSON.stringify(path)} is not a valid path in a bundle.`,
          `${JSON.stringify(path)} 不是证据包中的有效路径。`,
        ),
        noHint,
      );
    }
    if (seen.has(path)) {
      throw invalidBundle(text(`${path} occurs twice.`, `${path} 出现两次。`), noHint);
    }
    seen.add(path);
  }
  const pieces = piecesOf(entries).map(({ bytes }) => bytes);
  const total = pieces.reduce((sum, { length }) => sum + length, 0);
  if (total > limits.bytes || entries.length > limits.entries) {
    throw invalidBundle(
      text(
        `The bundle would contain ${entries.length} files and ${total} bytes; at most ${limits.entries} and ${limits.bytes} are allowed.`,
        `证据包将含 ${entries.length} 个文件、${total} 字节；至多允许 ${limits.entries} 个文件、${limits.bytes} 字节。`,
      ),
      text(
        'Leave out reports, or scan fewer targets at once.',
        '请去掉一些报告，或一次扫描较少目标。',
      ),
    );
  }
  return Buffer.concat(pieces, total);
}
