import type { Classified, Redactor } from '../redaction/create-redactor.ts';

/** Classifies `NAME=value` pairs; a name without a value takes none from anywhere. */
export const environmentOf = (pairs: readonly string[], redactor: Redactor): Classified[] =>
  pairs.map((pair) => {
    const at = pair.indexOf('=');
    return at < 0
      ? redactor.classify(pair, '')
      : redactor.classify(pair.slice(0, at), pair.slice(at + 1));
  });
