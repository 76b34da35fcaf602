import { html, type Fragment, type Markup } from '../../reporters/html/markup/markup.ts';
import type { View } from './view.ts';

/** A choice, and which of it is chosen. */
export const choice = (
  name: string,
  label: string,
  options: readonly (readonly [value: string, label: string])[],
  chosen = '',
): Markup =>
  html`<label
    >${label}
    <select name="${name}">
      ${options.map(([value, said]) =>
        value === chosen
          ? html`<option value="${value}" selected>${said}</option>`
          : html`<option value="${value}">${said}</option>`,
      )}
    </select></label
  >`;

/** A field for a word. */
export const field = (name: string, label: string, value = ''): Markup =>
  html`<label
    >${label} <input name="${name}" value="${value}" autocomplete="off" maxlength="200"
  /></label>`;

/** A form that only asks: its answer is a page with an address of its own. */
export const asking = (
  { to, word }: View,
  path: string,
  label: string,
  fields: readonly Fragment[],
  button = word('show'),
): Markup =>
  html`<form class="filter" method="get" action="${to(path)}" role="search" aria-label="${label}">
    ${fields}<button>${button}</button>
  </form>`;

/** The choice among labels of hosts, or all hosts; nothing where there are none. */
export const labelChoice = (
  { word, shown }: View,
  labels: readonly { readonly label: string }[],
  chosen?: string,
): Markup | undefined =>
  labels.length === 0
    ? undefined
    : choice(
        'label',
        word('label'),
        [['', word('whole-fleet')], ...labels.map(({ label }) => [label, shown(label)] as const)],
        chosen,
      );

/** The ways on from a page of a list. */
export const nextPage = ({ word }: View, first: string | undefined, next: string | undefined) =>
  first === undefined && next === undefined
    ? undefined
    : html`<p class="next">
        ${first === undefined ? undefined : html`<a href="${first}">${word('first')}</a>`}
        ${next === undefined ? undefined : html`<a href="${next}" rel="next">${word('more')}</a>`}
      </p>`;
