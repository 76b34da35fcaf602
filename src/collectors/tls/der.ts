import { createByteReader, readAllOf, type ByteReader } from './byte-reader.ts';

/** One value of DER. */
export interface DerValue {
  readonly tag: number;
  readonly content: Buffer;
}

/**
 * Reads one value; tags and lengths of the kinds that certificates have.
 *
 * @throws RangeError when it is none
 */
export function readDer(reader: ByteReader): DerValue {
  const tag = reader.number(1);
  const first = reader.number(1);
  if (first < 0x80) return { tag, content: reader.take(first) };
  const bytes = first - 0x80;
  if (bytes !== 1 && bytes !== 2 && bytes !== 3) throw new RangeError('This is no DER.');
  return { tag, content: reader.take(reader.number(bytes)) };
}

/** The one value that a buffer begins with. */
export const parseDer = (buffer: Buffer): DerValue => readDer(createByteReader(buffer));

/** The values that a sequence, a set or a tagged value holds. */
export const partsOf = ({ content }: DerValue): readonly DerValue[] => readAllOf(content, readDer);

/** An object identifier in dots. */
export function objectId({ content }: DerValue): string {
  const numbers: number[] = [];
  let value = 0;
  for (const byte of content) {
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      numbers.push(value);
      value = 0;
    }
  }
  const [first = 0, ...rest] = numbers;
  const top = Math.min(Math.floor(first / 40), 2);
  return [top, first - top * 40, ...rest].join('.');
}
