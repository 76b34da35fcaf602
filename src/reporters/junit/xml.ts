import { token } from '../../core/neutralise-text.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** Characters that XML 1.0 cannot hold, not even escaped. */
const impossible = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Writes a text for an attribute in double quotes or between tags; what XML cannot hold becomes ⟨U+0000⟩. */
export const xmlText = (text: string): string =>
  text
    .replaceAll(impossible, token)
    .replaceAll(/[&<>"'\n\t]/g, (character) => escapes[character] ?? '');

/** Writes attributes, each with a space before it. */
export const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('');
