import type { Counted, Section } from '../../document/blocks/block.ts';
import { html, type Markup } from '../markup/markup.ts';
import { idOf, title, type Page, type Writer } from '../markup/page.ts';

/** A part under its title; what stands at the top of the document is a section of the page. */
export const writeSection: Writer<Section> = (section, page, depth) => {
  const { anchor, title: text, count, counted = 'findings', tone, blocks } = section;
  const id = idOf(anchor, page);
  const heading = title(
    depth,
    html`${text}${count === undefined ? undefined : counter(count, counted, page)}`,
    tone === undefined ? undefined : `ruled ${tone}`,
  );
  const body = page.write(blocks, depth + 1);
  return depth === 0
    ? html`<section${id}>
        ${heading} ${body}
      </section> `
    : html`<div class="block" ${id}>${heading} ${body}</div> `;
};

/** A number with what it counts. That of findings follows the filter, which has the words to write it anew. */
function counter(count: number, counted: Counted, { say }: Page): Markup {
  const said = say(`count.${counted}`, { count });
  return counted === 'findings'
    ? html` <small
        class="count"
        data-pattern="${say('count.findings', { count: '{count}' })}"
        data-all="${said}"
        >${said}</small
      >`
    : html` <small>${said}</small>`;
}
