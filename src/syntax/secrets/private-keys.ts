import { decodeRuns } from './decode-runs.ts';

/** Something found in a text: where, by which rule, and the secret itself, which is dropped right after. */
export interface FoundSecret {
  readonly rule: string;
  /** Counted from 1. */
  readonly line: number;
  readonly value: string;
}

const begin = Buffer.from('PRIVATE KEY');

/** The same at the beginning of what is written in base64, as Kubernetes and its clients keep keys. */
const encodedBegin = Buffer.from('LS0tLS1CRUdJTi');

const block =
  /-----BEGIN ((?:[A-Z0-9]{1,10} ){0,2}PRIVATE KEY(?: BLOCK)?)-----((?:\\r|\\n|[^-\\]){40,20000}?)-----END \1-----/g;

/**
 * Finds private keys in PEM, as a file of their own or within another text. That the words stand there is not enough: between
 * them must be what begins as such a key does, which no example in a manual does.
 */
export function findPrivateKeys(content: Buffer): readonly FoundSecret[] {
  const encoded = content.includes(encodedBegin) ? encodedKeys(content.toString('latin1')) : [];
  return [...plainKeys(content), ...encoded];
}

const encodedKeys = (text: string): readonly FoundSecret[] =>
  decodeRuns(text).flatMap(({ start, end, text: decoded = '' }) =>
    plainKeys(Buffer.from(decoded, 'latin1')).map(({ rule }) => ({
      rule,
      line: lineAt(text, start),
      value: text.slice(start, end),
    })),
  );

function plainKeys(content: Buffer): readonly FoundSecret[] {
  if (!content.includes(begin)) return [];
  const text = content.toString('latin1');
  return [...text.matchAll(block)].flatMap(([whole, label = '', body = ''], at, all) => {
    const lines = body.replaceAll(/\\r|\\n/g, '\n');
    if (!isKey(label, lines)) return [];
    const rule = /ENCRYPTED/.test(`${label}${lines}`) ? 'private-key-encrypted' : 'private-key';
    return [{ rule, line: lineAt(text, all[at]?.index ?? 0), value: whole }];
  });
}

function isKey(label: string, body: string): boolean {
  const lines = body.split('\n').map((line) => line.trim());
  // Headers of an encrypted key, and the checksum after one of PGP.
  const encoded = lines.filter((line) => !line.includes(':') && !line.startsWith('=')).join('');
  if (!/^[A-Za-z0-9+/]{40,}={0,2}$/.test(encoded)) return false;
  // An encrypted key of the older form is bytes without a form.
  if (lines.some((line) => line.startsWith('DEK-Info:'))) return true;
  const bytes = Buffer.from(encoded, 'base64');
  if (label.startsWith('OPENSSH')) return bytes.toString('latin1', 0, 14) === 'openssh-key-v1';
  if (label.startsWith('PGP')) return ((bytes[0] ?? 0) & 0x80) !== 0;
  return bytes[0] === 0x30 && lengthOf(bytes) === bytes.length;
}

/** Bytes of a DER value with its tag and length. */
function lengthOf(bytes: Buffer): number {
  const first = bytes[1] ?? 0;
  if (first < 0x80) return 2 + first;
  const count = first & 0x7f;
  if (count < 1 || count > 3 || bytes.length < 2 + count) return -1;
  return 2 + count + bytes.readUIntBE(2, count);
}

/** Which line of a text a place is in, counted from 1. */
export function lineAt(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) {
    line += 1;
  }
  return line;
}
