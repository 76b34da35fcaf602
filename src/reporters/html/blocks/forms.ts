import type { BlockOf } from '../../document/blocks/block.ts';
import { write } from '../markup/content.ts';
import { html } from '../markup/markup.ts';
import { idOf, title, type Writer } from '../markup/page.ts';

/** A form with what is known filled in. */
export const writeWorksheet: Writer<BlockOf<'worksheet'>> = (sheet, page, depth) =>
  html`<article class="sheet" ${idOf(sheet.anchor, page)}>
    ${title(depth, html`${sheet.title}`)}
    <table>
      <caption class="apart">
        ${sheet.title}
      </caption>
      <tbody>
        ${sheet.fields.map(
          ({ label, hint, content }) =>
            html`<tr>
              <th scope="row">${label}${hint === undefined ? undefined : html`<br /><small>${hint}</small>`}</th>
              <td${content === undefined ? html` class="open"` : undefined}>${
                content === undefined
                  ? html`<small>${page.say('form.open')}</small>`
                  : write(content, page)
              }</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </article> `;

/** Where a person concludes and signs. */
export const writeSignature: Writer<BlockOf<'signature'>> = ({ statement, lines }) =>
  html`<div class="signature">
    <p>${statement}</p>
    <div class="write"></div>
    <dl>
      ${lines.map(
        ({ label, value }) =>
          html`<dt>${label}</dt>
            <dd>${value ?? ''}</dd>`,
      )}
    </dl>
  </div>`;
