import { malformed } from './tar-problem.ts';

/** Where a tar header in the form of pax has the capabilities of a file. */
export const capabilityField = 'SCHILY.xattr.security.capability';

/** What an entry of an archive is; `hole` is a file with holes, whose bytes are not its content. */
export type EntryKind =
  | 'file'
  | 'hole'
  | 'hard-link'
  | 'link'
  | 'directory'
  | 'device'
  | 'fifo'
  | 'unknown';

/** One entry, as its headers tell of it. */
export interface TarEntry {
  readonly kind: EntryKind;
  /** As it is written, one character for each byte. */
  readonly name: string;
  readonly target: string;
  /** Bytes that follow in the archive. */
  readonly size: number;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Its extended attribute of capabilities, one character for each byte; absent where it has none. */
  readonly capability?: string;
}

/** One block of 512 bytes that begins an entry. */
export interface RawHeader extends Omit<TarEntry, 'kind' | 'capability'> {
  /** The type flag, as a character. */
  readonly flag: string;
  /** Whether further blocks of a sparse map follow. */
  readonly extended: boolean;
}

export const blockBytes = 512;

/**
 * Reads a header block in the forms of ustar, pax and GNU.
 *
 * @throws SyntaxProblem when it is no header
 * @see https://www.gnu.org/software/tar/manual/html_node/Standard.html
 */
export function readHeader(block: Buffer): RawHeader {
  if (!hasChecksum(block)) throw malformed('a header does not have its checksum');
  const prefix = block.toString('latin1', 257, 263) === 'ustar\0' ? text(block, 345, 155) : '';
  const name = text(block, 0, 100);
  const flag = String.fromCharCode(block[156] ?? 0);
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    mode: number(block, 100, 8) & 0o7777,
    uid: number(block, 108, 8),
    gid: number(block, 116, 8),
    size: number(block, 124, 12),
    flag,
    target: text(block, 157, 100),
    extended: flag === 'S' && block[482] !== 0,
  };
}

/** Whether a block has the sum of its own bytes in it, as each header has. */
export function hasChecksum(block: Buffer): boolean {
  if (block.length < blockBytes) return false;
  let sum = 8 * 0x20;
  let signed = sum;
  for (let at = 0; at < blockBytes; at += 1) {
    if (at >= 148 && at < 156) continue;
    const byte = block[at] ?? 0;
    sum += byte;
    signed += byte > 127 ? byte - 256 : byte;
  }
  const written = octal(block.toString('latin1', 148, 156));
  return written === sum || written === signed;
}

function text(block: Buffer, start: number, length: number): string {
  const end = block.indexOf(0, start);
  return block.toString('latin1', start, end < 0 || end > start + length ? start + length : end);
}

function octal(written: string): number {
  const trimmed = written.replace(/^[ \0]+|[ \0].*$/gs, '');
  if (trimmed === '') return 0;
  return /^[0-7]+$/.test(trimmed) ? Number.parseInt(trimmed, 8) : Number.NaN;
}

/** Octal digits, or bytes after a set highest bit where a number is too large for them. */
function number(block: Buffer, start: number, length: number): number {
  const first = block[start] ?? 0;
  let value: number;
  if ((first & 0x80) === 0) value = octal(block.toString('latin1', start, start + length));
  else {
    value = first & 0x7f;
    for (let at = start + 1; at < start + length; at += 1) value = value * 256 + (block[at] ?? 0);
  }
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw malformed('a header has a number that is invalid or too large');
}
