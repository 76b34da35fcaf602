import type { BlockOf } from '../../document/blocks/block.ts';
import type { SourceText } from '../../model/entries/source.ts';
import { html, type Markup } from '../markup/markup.ts';
import { idOf, type Page, type Writer } from '../markup/page.ts';

/** Files one below the other, each closed until somebody wants to read it. */
export const writeTexts: Writer<BlockOf<'texts'>> = ({ texts }, page) =>
  html`${texts.map((each) => writeOne(each, page))}`;

function writeOne({ anchor, title, sha256, text, lines, note }: SourceText, page: Page): Markup {
  return html`<details class="source" ${idOf(anchor, page)}>
    <summary><code>${title}</code></summary>
    <p class="meta">SHA-256 <code>${sha256}</code></p>
    ${note === undefined ? undefined : html`<p>${note}</p>`}
    ${text === '' ? undefined : html`<pre tabindex="0">${marked(text, lines)}</pre>`}
  </details> `;
}

/** The text, with the lines marked at which checks begin. */
function marked(text: string, lines: readonly number[]): Markup {
  if (lines.length === 0) return html`${text}`;
  const wanted = new Set(lines);
  const all = text.split('\n');
  return html`${all.map((line, at) => {
    const end = at === all.length - 1 ? '' : '\n';
    return wanted.has(at + 1) ? html`<mark>${line}</mark>${end}` : `${line}${end}`;
  })}`;
}
