/** Reads bytes one after the other. Each step throws a RangeError where too few are left. */
export interface ByteReader {
  readonly left: () => number;
  readonly number: (bytes: 1 | 2 | 3) => number;
  readonly take: (count: number) => Buffer;
  /** Content that has its length before it, in that many bytes. */
  readonly sized: (bytes: 1 | 2 | 3) => Buffer;
}

/** Begins at the first byte. */
export function createByteReader(buffer: Buffer): ByteReader {
  let at = 0;
  const number: ByteReader['number'] = (bytes) => take(bytes).readUIntBE(0, bytes);
  const take: ByteReader['take'] = (count) => {
    if (at + count > buffer.length) throw new RangeError('The message ends too early.');
    return buffer.subarray(at, (at += count));
  };
  return { left: () => buffer.length - at, number, take, sized: (bytes) => take(number(bytes)) };
}

/** Everything in a list, each item read in turn. */
export function readAllOf<T>(buffer: Buffer, read: (reader: ByteReader) => T): readonly T[] {
  const reader = createByteReader(buffer);
  const items: T[] = [];
  while (reader.left() > 0) items.push(read(reader));
  return items;
}
