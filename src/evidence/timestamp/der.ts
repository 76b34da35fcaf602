import { PlimsollError } from '../../core/errors.ts';

/**
 * The few of DER's values that a time-stamp is made of. Read strictly, since anybody may have written the bytes: one
 * way to write each length, nothing that goes beyond what contains it, nothing left over.
 *
 * @see https://www.itu.int/rec/T-REC-X.690
 */
export interface Value {
  readonly tag: number;
  readonly content: Uint8Array;
  /** With its tag and length. */
  readonly whole: Uint8Array;
}

/** The tags that occur; `first` and `second` are the tagged fields `[0]` and `[1]` with values in them. */
export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  nothing: 0x05,
  identifier: 0x06,
  text: 0x0c,
  time: 0x18,
  sequence: 0x30,
  set: 0x31,
  first: 0xa0,
  second: 0xa1,
} as const;

/** The error of everything that is wrong with the form of a time-stamp. */
export const malformed = (what: string, cause?: unknown): PlimsollError =>
  new PlimsollError('timestamp-invalid', what, {
    hint: 'See what is wrong with: plimsoll verify BUNDLE',
    cause,
  });

/** Reads bytes that are one value and nothing else. */
export function readValue(bytes: Uint8Array): Value {
  const value = valueAt(bytes, 0);
  if (value.whole.length !== bytes.length) throw malformed('Bytes follow after its end.');
  return value;
}

/** The values within a value. */
export function valuesIn({ content }: Value): readonly Value[] {
  const values: Value[] = [];
  for (let at = 0; at < content.length;) {
    const value = valueAt(content, at);
    values.push(value);
    at += value.whole.length;
  }
  return values;
}

/** Reads a series of fields, one after the other, of which some may be left out. */
export interface Fields {
  /** @throws PlimsollError `timestamp-invalid` when the next field has another tag */
  readonly take: (tag: number) => Value;
  /** The next field, where it has this tag. */
  readonly find: (tag: number) => Value | undefined;
}

/** The fields of a sequence. */
export function fieldsOf(value: Value): Fields {
  if (value.tag !== tags.sequence) throw malformed('It is not written as a time-stamp is written.');
  const values = valuesIn(value);
  let at = 0;
  const find = (tag: number): Value | undefined => {
    const next = values[at];
    if (next?.tag !== tag) return undefined;
    at += 1;
    return next;
  };
  const take = (tag: number): Value => {
    const found = find(tag);
    if (!found) throw malformed('It is not written as a time-stamp is written.');
    return found;
  };
  return { take, find };
}

/** The only value within a value. */
export const onlyIn = ({ content }: Value): Value => readValue(content);

/** An object identifier in hexadecimal digits, as {@link identifiers} has it. */
export const identifierOf = ({ content }: Value): string => Buffer.from(content).toString('hex');

/** A value as bytes. */
export function writeValue(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(contents);
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function valueAt(bytes: Uint8Array, at: number): Value {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) throw malformed('It ends too early.');
  if ((tag & 0x1f) === 0x1f) throw malformed('It has a tag that no time-stamp has.');
  const { length, begin } = first < 0x80 ? { length: first, begin: at + 2 } : longLength(bytes, at);
  const end = begin + length;
  if (end > bytes.length) throw malformed('It ends too early.');
  return { tag, content: bytes.subarray(begin, end), whole: bytes.subarray(at, end) };
}

function longLength(bytes: Uint8Array, at: number): { length: number; begin: number } {
  const count = (bytes[at + 1] ?? 0) & 0x7f;
  // Three bytes count to 16 MB, far more than any time-stamp has; 0 would be a length that is not given.
  if (count === 0 || count > 3) throw malformed('It has a length that no time-stamp has.');
  let length = 0;
  for (const byte of bytes.subarray(at + 2, at + 2 + count)) length = length * 256 + byte;
  const shortest = length < 0x80 ? 0 : length < 0x100 ? 1 : length < 0x10000 ? 2 : 3;
  if (shortest !== count) throw malformed('It has a length that is not written in the one way.');
  return { length, begin: at + 2 + count };
}
