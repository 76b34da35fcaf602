import type { FileHandle } from 'node:fs/promises';
import { openRegular } from '../../../files/regular-file.ts';

/** One face of a font file: what it is called, and where its tables are. */
export interface FontFace {
  readonly path: string;
  /** Every family name that it goes by, in the order of the file. */
  readonly families: readonly string[];
  /** Place and length of its `cmap` table in the file, in bytes. */
  readonly cmap: readonly [offset: number, length: number];
}

/** A font has a few dozen tables; a larger number means that this is no font. */
const mostTables = 512;
/** The largest collections have some dozen faces. */
const mostFaces = 256;

/**
 * Reads what the faces of a font file are called. A file that is not a font has no faces; so has one that
 * is damaged, since a font that cannot be read is of no use here.
 *
 * @see https://learn.microsoft.com/typography/opentype/spec/otff
 */
export async function readFaces(path: string): Promise<readonly FontFace[]> {
  const file = await openRegular(path).catch(() => undefined);
  if (!file) return [];
  try {
    const faces: FontFace[] = [];
    for (const offset of await faceOffsets(file)) {
      const face = await readFace(file, path, offset);
      if (face) faces.push(face);
    }
    return faces;
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  } finally {
    await file.close();
  }
}

/** No table that is read here is larger, in bytes; a damaged directory may say so. */
const largestPart = 16_777_216;

/** Reads a part of a file; what lies beyond its end is missing from the buffer. */
export async function readPart(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(Math.min(length, largestPart));
  const { bytesRead } = await file.read(buffer, 0, buffer.length, offset);
  return buffer.subarray(0, bytesRead);
}

async function faceOffsets(file: FileHandle): Promise<readonly number[]> {
  const head = await readPart(file, 0, 12);
  if (head.toString('latin1', 0, 4) !== 'ttcf') return [0];
  const count = Math.min(head.readUInt32BE(8), mostFaces);
  const offsets = await readPart(file, 12, count * 4);
  return Array.from({ length: count }, (_, at) => offsets.readUInt32BE(at * 4));
}

async function readFace(
  file: FileHandle,
  path: string,
  offset: number,
): Promise<FontFace | undefined> {
  const head = await readPart(file, offset, 12);
  const count = head.readUInt16BE(4);
  if (count > mostTables) return undefined;
  const directory = await readPart(file, offset + 12, count * 16);
  const tables = new Map<string, readonly [number, number]>();
  for (let at = 0; at < count * 16; at += 16) {
    const place = [directory.readUInt32BE(at + 8), directory.readUInt32BE(at + 12)] as const;
    tables.set(directory.toString('latin1', at, at + 4), place);
  }
  const cmap = tables.get('cmap');
  const name = tables.get('name');
  if (!cmap || !name) return undefined;
  return { path, cmap, families: familiesIn(await readPart(file, ...name)) };
}

/** Name ids of a family: as typographers group it, and as old programs do. */
const familyNames = new Set([16, 1]);

function familiesIn(table: Buffer): readonly string[] {
  const families = new Set<string>();
  const count = table.readUInt16BE(2);
  const storage = table.readUInt16BE(4);
  for (let record = 6; record < 6 + count * 12; record += 12) {
    const platform = table.readUInt16BE(record);
    // Macintosh names are in old encodings; fonts that have them have Unicode names as well.
    if (platform === 1 || !familyNames.has(table.readUInt16BE(record + 6))) continue;
    const start = storage + table.readUInt16BE(record + 10);
    const bytes = table.subarray(start, start + table.readUInt16BE(record + 8));
    families.add(Buffer.from(bytes).swap16().toString('utf16le').trim());
  }
  return [...families];
}
