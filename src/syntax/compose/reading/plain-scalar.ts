import type { ScalarNode } from '../tree/nodes.ts';

const words: Readonly<Record<string, ScalarNode['value']>> = {
  '': null,
  '~': null,
  null: null,
  Null: null,
  NULL: null,
  true: true,
  True: true,
  TRUE: true,
  false: false,
  False: false,
  FALSE: false,
};

/**
 * What an unquoted value means to Compose, whose reader of YAML takes whole numbers also with a leading
 * zero (octal) and with underscores, and leaves `yes` and `on` as text.
 */
export function readPlain(text: string): ScalarNode['value'] {
  if (Object.hasOwn(words, text)) return words[text] ?? null;
  const digits = text.replaceAll('_', '');
  const whole = /^([-+]?)(?:0x([0-9a-f]+)|0b([01]+)|0o?([0-7]+)|(0|[1-9][0-9]*))$/i.exec(digits);
  if (whole && /^[-+0-9]/.test(text)) {
    const [, sign, hexadecimal, binary, octal, decimal] = whole;
    const value = hexadecimal
      ? Number.parseInt(hexadecimal, 16)
      : binary
        ? Number.parseInt(binary, 2)
        : octal
          ? Number.parseInt(octal, 8)
          : Number(decimal);
    // What is too large for a number to hold exactly stays as it is written.
    if (!Number.isSafeInteger(value)) return text;
    return sign === '-' && value !== 0 ? -value : value;
  }
  if (/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:e[-+]?[0-9]+)?$/i.test(digits)) {
    const value = Number(digits);
    return Number.isFinite(value) ? value : text;
  }
  return text;
}
