import { createHash } from 'node:crypto';

/**
 * JSON with the keys of every object in order of their code units and no white space, so that equal content
 * has equal bytes; what is undefined is left out.
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, ordered);

function ordered(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** SHA-256 of a text as UTF-8, or of bytes, in lower-case hexadecimal digits. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');
