import type { Section } from '../../document/blocks/block.ts';
import { html } from '../markup/markup.ts';
import { idOf, title, type Writer } from '../markup/page.ts';

/** A part under its title; what stands at the top of the document is a section of the page. */
export const writeSection: Writer<Section> = (section, page, depth) => {
  const { anchor, title: text, count, tone, blocks } = section;
  const id = idOf(anchor, page);
  const heading = title(
    depth,
    html`${text}${count === undefined ? undefined : html` <small>${page.say.number(count)}</small>`}`,
    tone === undefined ? undefined : `ruled ${tone}`,
  );
  const body = page.write(blocks, depth + 1);
  return depth === 0
    ? html`<section${id}>
        ${heading} ${body}
      </section> `
    : html`<div class="block" ${id}>${heading} ${body}</div> `;
};
