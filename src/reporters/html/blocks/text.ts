import type { BlockOf } from '../../document/blocks/block.ts';
import { write } from '../markup/content.ts';
import { html } from '../markup/markup.ts';
import type { Writer } from '../markup/page.ts';

export const writeParagraph: Writer<BlockOf<'paragraph'>> = ({ content }, page) =>
  html`<p>${write(content, page)}</p>`;

export const writeNote: Writer<BlockOf<'note'>> = ({ tone, lines }, page) =>
  html`<ul class="notices ${tone}">
    ${lines.map((line) => html`<li>${write(line, page)}</li>`)}
  </ul>`;

export const writeList: Writer<BlockOf<'list'>> = ({ items }, page) =>
  html`<ul class="items">
    ${items.map((item) => html`<li>${write(item, page)}</li>`)}
  </ul>`;

export const writeFacts: Writer<BlockOf<'facts'>> = ({ rows }, page) =>
  html`<dl class="facts">
    ${rows.map(
      ([label, value]) =>
        html`<dt>${label}</dt>
          <dd>${write(value, page)}</dd>`,
    )}
  </dl>`;

export const writeVerbatim: Writer<BlockOf<'verbatim'>> = ({ caption, text }) =>
  html`<figure>
    <figcaption>${caption}</figcaption>
    <pre tabindex="0">${text}</pre>
  </figure>`;
