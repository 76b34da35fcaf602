import { findSecrets, type Found } from './find-secrets.ts';

/** A text without its secrets. */
export interface HiddenSource {
  readonly text: string;
  /** How many stretches were dropped. */
  readonly dropped: number;
}

/** Rules that know a secret by its shape, wherever it stands; what looks like an option is prose in a program. */
const byShape = ({ rule }: Found): boolean =>
  rule !== 'secret-name' && rule !== 'random-looking' && rule !== 'login-option';

const quotes = new Set(['"', "'", '`']);

/**
 * Drops what looks like a secret from the source of a program. There, names and values are mostly code: of those
 * that only a name or their randomness gives away, only a whole literal without spaces is taken for one.
 */
export function hideInSource(source: string): HiddenSource {
  let text = '';
  let at = 0;
  let dropped = 0;
  for (const found of findSecrets(source)) {
    const part = byShape(found) ? found : literalOf(source, found);
    if (!part) continue;
    const lines = source.slice(part.start, part.end).replace(/[^\n]+/g, '');
    // What follows keeps the number of its line.
    text += `${source.slice(at, part.start)}[redacted]${lines}`;
    at = part.end;
    dropped += 1;
  }
  return { text: text + source.slice(at), dropped };
}

/** The contents of the literal that what was found fills, or is; its quotes stay. */
function literalOf(
  source: string,
  { start, end }: Found,
): { readonly start: number; readonly end: number } | undefined {
  const inner = quotes.has(source[start] ?? '')
    ? { start: start + 1, end: end - 1 }
    : { start, end };
  const [before, behind] = [source[inner.start - 1] ?? '', source[inner.end] ?? ''];
  const whole = quotes.has(before) && before === behind;
  return whole && /^\S+$/.test(source.slice(inner.start, inner.end)) ? inner : undefined;
}
