import { severities } from '../../core/controls/severity.ts';
import { standings } from '../model/standing.ts';
import { cardList } from './blocks/figures.ts';
import { writeFacts } from './blocks/text.ts';
import { write } from './markup/content.ts';
import { html, verbatim, type Markup } from './markup/markup.ts';
import { chips, type Page } from './markup/page.ts';

/** The mark on a ship's hull: a circle, and the line through it. */
const mark = verbatim(
  '<svg class="mark" viewBox="0 0 48 32" width="48" height="32" aria-hidden="true"><circle cx="24" cy="16" r="11"/><path d="M2 16h44"/></svg>',
);

/** What this document is, and the first thing to know about it. */
export function cover(page: Page): Markup {
  const { title, subtitle, cover: of } = page.document;
  const { logo, organisation = '', classification } = of.branding;
  const notices = of.notices.map((notice) => html`<li>${notice}</li>`);
  return html`<header class="cover">
    ${
      classification === undefined
        ? undefined
        : html`<p class="classification">${classification}</p>`
    }
    ${logo === undefined ? mark : html`<img class="logo" src="${logo}" alt="${organisation}" />`}
    <h1>${title}</h1>
    <p class="subtitle">${subtitle}</p>
    ${of.lead.map((content) => html`<p class="lead">${write(content, page)}</p>`)}
    ${
      notices.length > 0
        ? html`<ul class="notices doubt">
            ${notices}
          </ul>`
        : undefined
    }
    ${cardList(of.cards, page)} ${writeFacts({ kind: 'facts', rows: of.facts }, page, 0)}
    <p class="note">${of.disclaimer}</p>
  </header> `;
}

/** The bar that stays in sight: the result in figures, and with the script the filter. */
export function summaryBar(page: Page): Markup {
  const { document, say } = page;
  const { choices } = document;
  const found = document.tally.filter(({ count }) => count > 0);
  const statuses = standings.map((standing) => option(standing, say(`status.${standing}`)));
  const grades = severities.map((severity) => option(severity, say(`severity.${severity}`)));
  const requirements = choices.requirements.map(({ title, controls }) =>
    option(controls.join(' '), title),
  );
  return html`<div class="summary">
    <div class="line">
      ${chips(found, page)}
      <button type="button" class="fold" hidden aria-expanded="false" aria-controls="filter">
        ${say('page.opens')}
      </button>
    </div>
    <form
      id="filter"
      class="filter"
      hidden
      role="search"
      aria-label="${say('page.opens')}"
      data-matches="${say('page.matches', { count: '{count}', total: '{total}' })}"
      data-copy="${say('page.copy')}"
      data-thousands="${document.locale.thousands}"
      data-copied="${say('page.copied')}"
    >
      <input
        type="search"
        name="text"
        autocomplete="off"
        aria-label="${say('page.search')}"
        placeholder="${say('page.search-hint')}"
      />
      ${select('standing', say('result.status'), say('page.every-status'), statuses)}
      ${select('severity', say('severity.title'), say('page.every-severity'), grades)}
      ${select('subject', say('finding.subject'), say('page.every-subject'), subjectOptions(page))}
      ${select('requirement', say('requirement.title'), say('page.every-requirement'), requirements)}
      ${select('waived', say('page.waived'), say('page.waived-or-not'), [
        option('yes', say('page.waived-alone')),
        option('no', say('page.not-waived')),
      ])}
      <button type="reset">${say('page.clear')}</button>
      <output></output>
    </form>
  </div> `;
}

/** The kinds, and below each of them its subjects. */
const subjectOptions = ({ document: { choices }, say }: Page): readonly Markup[] =>
  choices.kinds.map(
    ({ kind, subjects }) =>
      html`<optgroup label="${kind}">
        ${option(`kind ${kind}`, say('page.all-of', { kind }))}${subjects.map(({ name, at }) => option(String(at), name))}
      </optgroup>`,
  );

const option = (value: string, label: string): Markup =>
  html`<option value="${value}">${label}</option>`;

/** A choice among these, or of all; nothing where there is nothing to choose from. */
const select = (name: string, label: string, all: string, options: readonly Markup[]) =>
  options.length > 0
    ? html`<select name="${name}" aria-label="${label}">
        ${option('', all)}${options}
      </select>`
    : undefined;

/** The contents, beside the report where there is room. */
export function contents({ document, say }: Page): Markup {
  const items = document.sections.map(({ anchor, title, annex }, at) => {
    const first = annex === true && document.sections[at - 1]?.annex !== true;
    return html`${first ? html`<li class="part">${say('section.annex')}</li>` : undefined}
      <li>${anchor === undefined ? title : html`<a href="#${anchor}">${title}</a>`}</li>`;
  });
  return html`<nav class="contents" aria-label="${say('title.contents')}">
    <ol>
      ${items}
    </ol>
  </nav> `;
}
