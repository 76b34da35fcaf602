import { said, SyntaxProblem } from '../problem.ts';

/**
 * One value of DER. Read strictly, since anybody may have written the bytes: one way to write each length, nothing that
 * goes beyond what contains it, nothing left over.
 *
 * @see https://www.itu.int/rec/T-REC-X.690
 */
export interface DerValue {
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

const malformed = (en: string, zh: string): SyntaxProblem =>
  new SyntaxProblem('invalid', said(en, zh));

/**
 * Reads bytes that are one value and nothing else.
 *
 * @throws SyntaxProblem
 */
export function parseDer(bytes: Uint8Array): DerValue {
  const value = valueAt(bytes, 0);
  if (value.whole.length !== bytes.length) {
    throw malformed('Bytes follow the end.', '结尾之后还有字节。');
  }
  return value;
}

/**
 * The values within a sequence, a set or a tagged value.
 *
 * @throws SyntaxProblem
 */
export function partsOf({ content }: DerValue): readonly DerValue[] {
  const values: DerValue[] = [];
  for (let at = 0; at < content.length;) {
    const value = valueAt(content, at);
    values.push(value);
    at += value.whole.length;
  }
  return values;
}

/** Reads a series of fields, one after the other; some may be left out. */
export interface Fields {
  /** @throws SyntaxProblem when the next field has another tag */
  readonly take: (tag: number) => DerValue;
  /** The next field, where it has this tag. */
  readonly find: (tag: number) => DerValue | undefined;
}

/**
 * The fields of a sequence.
 *
 * @throws SyntaxProblem
 */
export function fieldsOf(value: DerValue): Fields {
  if (value.tag !== tags.sequence) {
    throw malformed('Not in the expected form.', '不符合预期的格式。');
  }
  const values = partsOf(value);
  let at = 0;
  const find = (tag: number): DerValue | undefined => {
    const next = values[at];
    if (next?.tag !== tag) return undefined;
    at += 1;
    return next;
  };
  const take = (tag: number): DerValue => {
    const found = find(tag);
    if (!found) throw malformed('Not in the expected form.', '不符合预期的格式。');
    return found;
  };
  return { take, find };
}

/** The only value within a value. */
export const onlyIn = ({ content }: DerValue): DerValue => parseDer(content);

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

/** An object identifier in hexadecimal digits. */
export const identifierOf = ({ content }: DerValue): string => Buffer.from(content).toString('hex');

/** A value as bytes. */
export function writeValue(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(contents);
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function valueAt(bytes: Uint8Array, at: number): DerValue {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) throw malformed('Ends too early.', '过早结束。');
  if ((tag & 0x1f) === 0x1f) throw malformed('Unsupported tag.', '不支持该标签。');
  const { length, begin } = first < 0x80 ? { length: first, begin: at + 2 } : longLength(bytes, at);
  const end = begin + length;
  if (end > bytes.length) throw malformed('Ends too early.', '过早结束。');
  return { tag, content: bytes.subarray(begin, end), whole: bytes.subarray(at, end) };
}

function longLength(bytes: Uint8Array, at: number): { length: number; begin: number } {
  const count = (bytes[at + 1] ?? 0) & 0x7f;
  // Three bytes count to 16 MB, far more than is ever read here; 0 would be a length that is not given.
  if (count === 0 || count > 3) throw malformed('Unsupported length.', '不支持该长度。');
  let length = 0;
  for (const byte of bytes.subarray(at + 2, at + 2 + count)) length = length * 256 + byte;
  const shortest = length < 0x80 ? 0 : length < 0x100 ? 1 : length < 0x10000 ? 2 : 3;
  if (shortest !== count) {
    throw malformed('The length is not in canonical form.', '长度不是规范形式。');
  }
  return { length, begin: at + 2 + count };
}
