import { readPart, type FontFace } from './sfnt.ts';
import { openRegular } from '../../../files/regular-file.ts';

/** Tells whether a face has a glyph for a code point. */
type Covers = (codePoint: number) => boolean;

/**
 * The code points among `wanted` for which a face has glyphs.
 *
 * @see https://learn.microsoft.com/typography/opentype/spec/cmap
 */
export async function coverageOf(
  face: FontFace,
  wanted: Iterable<number>,
): Promise<ReadonlySet<number>> {
  const file = await openRegular(face.path);
  try {
    const covers = coversOf(await readPart(file, ...face.cmap));
    return new Set(Array.from(wanted).filter(covers));
  } catch (error) {
    // A damaged table covers nothing.
    if (error instanceof RangeError) return new Set();
    throw error;
  } finally {
    await file.close();
  }
}

function coversOf(table: Buffer): Covers {
  const subtables: Covers[] = [];
  for (let at = 0; at < table.readUInt16BE(2); at += 1) {
    const record = 4 + at * 8;
    const platform = table.readUInt16BE(record);
    const encoding = table.readUInt16BE(record + 2);
    // Unicode, or Windows with the Unicode encodings; the rest speaks of older character sets.
    if (platform !== 0 && !(platform === 3 && (encoding === 1 || encoding === 10))) continue;
    const subtable = table.subarray(table.readUInt32BE(record + 4));
    const format = subtable.readUInt16BE(0);
    if (format === 4) subtables.push(segments(subtable));
    if (format === 12) subtables.push(groups(subtable));
  }
  return (codePoint) => subtables.some((covers) => covers(codePoint));
}

/** Format 12: groups of code points that have consecutive glyphs. */
function groups(table: Buffer): Covers {
  const count = table.readUInt32BE(12);
  return (codePoint) => {
    const at = lowerBound(count, (index) => table.readUInt32BE(16 + index * 12 + 4) >= codePoint);
    if (at === count) return false;
    const group = 16 + at * 12;
    const first = table.readUInt32BE(group);
    return first <= codePoint && table.readUInt32BE(group + 8) + (codePoint - first) !== 0;
  };
}

/** Format 4: segments of the basic plane, each with a shift or with glyphs of its own. */
function segments(table: Buffer): Covers {
  const bytes = table.readUInt16BE(6);
  const count = bytes / 2;
  const ends = 14;
  const starts = ends + bytes + 2;
  const shifts = starts + bytes;
  const ranges = shifts + bytes;
  return (codePoint) => {
    if (codePoint > 0xff_ff) return false;
    const at = lowerBound(count, (index) => table.readUInt16BE(ends + index * 2) >= codePoint);
    if (at === count) return false;
    const start = table.readUInt16BE(starts + at * 2);
    if (start > codePoint) return false;
    const shift = table.readUInt16BE(shifts + at * 2);
    const range = table.readUInt16BE(ranges + at * 2);
    if (range === 0) return ((codePoint + shift) & 0xff_ff) !== 0;
    return table.readUInt16BE(ranges + at * 2 + range + (codePoint - start) * 2) !== 0;
  };
}

/** The first index for which `reached` is true, all before it being false; `count` when none is. */
function lowerBound(count: number, reached: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (reached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
