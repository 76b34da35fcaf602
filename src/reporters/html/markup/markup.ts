/** Only what this file made carries it, so that no data can pass for markup. */
const trusted: unique symbol = Symbol('markup');

/** A piece of HTML that is safe to stand in a page. */
export interface Markup {
  readonly [trusted]: string;
}

/** What may stand in a template: text is escaped, markup is not, lists are joined, nothing is nothing. */
export type Fragment = string | number | Markup | readonly Fragment[] | undefined;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const write = (fragment: Fragment): string => {
  if (fragment === undefined) return '';
  if (typeof fragment === 'string') {
    return fragment.replaceAll(/[&<>"']/g, (character) => escapes[character] ?? '');
  }
  if (typeof fragment === 'number') return String(fragment);
  if (trusted in fragment) return fragment[trusted];
  return fragment.map(write).join('');
};

/** What was written between the values, with each run of white space that breaks a line made one line feed. */
const written = new WeakMap<TemplateStringsArray, readonly string[]>();

function compact(strings: TemplateStringsArray): readonly string[] {
  const known = written.get(strings);
  if (known) return known;
  const compacted = strings.map((text) => text.replaceAll(/\s*\n\s*/g, '\n'));
  written.set(strings, compacted);
  return compacted;
}

/**
 * The one place where HTML comes from. Every value is escaped, for text and for attributes in double
 * quotes alike; other places in a page (bare attributes, scripts, styles) are not for values.
 *
 * @example
 * html`<p title="${name}">${message}</p>`
 */
export function html(strings: TemplateStringsArray, ...values: readonly Fragment[]): Markup {
  const parts = compact(strings);
  let text = parts[0] ?? '';
  for (const [at, value] of values.entries()) text += write(value) + (parts[at + 1] ?? '');
  return { [trusted]: text };
}

/** Takes a text of this package as it is: the style sheet and the script, and never a value. */
export const verbatim = (text: string): Markup => ({ [trusted]: text });

/** The finished text. */
export const toText = (markup: Markup): string => markup[trusted];

/** A link to an https address; anything else, `javascript:` among them, stays text. */
export function link(address: string): Markup {
  return /^https:\/\/[^\s⟨⟩]+$/.test(address)
    ? html`<a href="${address}" rel="noreferrer noopener">${address}</a>`
    : html`${address}`;
}
