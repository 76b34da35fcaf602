import type { Content, Inline } from '../../document/blocks/content.ts';
import { writeBar } from './drawing.ts';
import { html, link, type Markup } from './markup.ts';
import { chip, chips, type Page } from './page.ts';

/** Writes running text. */
export function write(content: Content, page: Page): Markup {
  if (typeof content === 'string') return html`${content}`;
  if ('kind' in content) return piece(content, page);
  return html`${content.map((each) => write(each, page))}`;
}

function piece(inline: Exclude<Inline, string>, page: Page): Markup {
  switch (inline.kind) {
    case 'code':
      return html`<code>${inline.text}</code>`;
    case 'strong':
      return html`<b>${inline.text}</b>`;
    case 'quiet':
      return html`<small>${write(inline.text, page)}</small>`;
    case 'badge':
      return chip(inline.tone, inline.text);
    case 'counts':
      return chips(inline.counts, page);
    case 'bar':
      return writeBar(inline);
    case 'link':
      return internal(inline, page);
    case 'address':
      return link(inline.url);
    case 'lines':
      return html`<ul class="plain-list">
        ${inline.lines.map((line) => html`<li>${write(line, page)}</li>`)}
      </ul>`;
  }
}

function internal(
  { to, text, hint, code }: Extract<Inline, { kind: 'link' }>,
  { places }: Page,
): Markup {
  if (!places.anchors.has(to)) return code === true ? html`<code>${text}</code>` : html`${text}`;
  const attributes = [
    code === true ? html` class="id"` : isReference(text) ? html` class="reference"` : undefined,
    hint === undefined ? undefined : html` title="${hint}"`,
  ];
  return html`<a${attributes} href="#${to}">${text}</a>`;
}

/** `[E12]`: as short as it is, a finger must hit it and not the next one. */
const isReference = (text: string): boolean => /^\[[^\]]{1,12}\]$/.test(text);
