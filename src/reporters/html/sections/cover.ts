import { severities } from '../../../core/control.ts';
import type { Count, Standing } from '../../model/report.ts';
import { standings } from '../../model/standing.ts';
import { groupDigits } from '../../say.ts';
import { html, verbatim, type Markup } from '../markup.ts';
import { chips, type Page } from '../page.ts';

/** The mark on a ship's hull: a circle, and the line through it. */
const mark = verbatim(
  '<svg class="mark" viewBox="0 0 48 32" width="48" height="32" aria-hidden="true"><circle cx="24" cy="16" r="11"/><path d="M2 16h44"/></svg>',
);

/** What this document is, and the first thing to know about it. */
export function cover({ report, say }: Page): Markup {
  const { framework, system } = report.scope;
  const level = framework ? ` · ${say('scope.level-value', { level: framework.level })}` : '';
  const notices = report.scope.notices.map((notice) => html`<li>${notice}</li>`);
  return html`<header class="cover">
    ${mark}
    <h1>${report.title}</h1>
    <p class="subtitle">${report.subtitle}${level}</p>
    ${system ? html`<p>${say('scope.system')}${say('scope.colon')}${system.name}</p>` : undefined}
    <p>${say('title.collected', { when: report.collected })} · ${report.scope.tool}</p>
    ${
      notices.length > 0
        ? html`<ul class="notices">
            ${notices}
          </ul>`
        : undefined
    }
    <p class="note">${say('title.disclaimer')}</p>
    ${glance({ report, say })}
  </header> `;
}

/** The three figures that a reader wants first, each with its denominator. */
function glance({ report, say }: Page): Markup {
  const { findings, failures, read, requirements } = report.result;
  const of = findings[0]?.of ?? 0;
  const sum = (...wanted: readonly Standing[]): number =>
    findings.reduce((all, { standing, count }) => all + (wanted.includes(standing) ? count : 0), 0);
  const card = (title: string, count: number, total: number, below: Markup | undefined): Markup =>
    html`<div>
      <p>${title}</p>
      <b>${groupDigits(count)} <small>/ ${groupDigits(total)}</small></b
      >${below}
    </div>`;
  const some = (counts: readonly Count[]): Markup => chips(counts.filter(({ count }) => count > 0));
  const undecided = findings.filter(
    ({ standing }) => standing === 'unknown' || standing === 'error' || standing === 'stale',
  );
  const words =
    requirements &&
    html`<div>
      <p>${say('result.requirements')}</p>
      ${some(requirements)}
    </div>`;
  return html`<div class="glance">
    ${words} ${card(say('result.failed'), sum('fail'), of, some(failures))}
    ${card(say('result.undecided'), sum('unknown', 'error', 'stale'), of, some(undecided))}
    ${card(say('result.seen'), read.count, read.of, undefined)}
  </div>`;
}

/** The bar that stays in sight: the result in figures, and with the script the filter. */
export function summaryBar({ report, say }: Page): Markup {
  const found = report.result.findings.filter(({ count }) => count > 0);
  const option = (value: string, label: string): Markup =>
    html`<option value="${value}">${label}</option>`;
  return html`<div class="summary">
    <div class="line">${chips(found)}</div>
    <form
      class="filter"
      hidden
      role="search"
      aria-label="${say('page.opens')}"
      data-matches="${say('page.matches', { count: '{count}', total: '{total}' })}"
    >
      <input
        type="search"
        name="text"
        autocomplete="off"
        aria-label="${say('page.search')}"
        placeholder="${say('page.search-hint')}"
      />
      <select name="standing" aria-label="${say('result.status')}">
        ${option('', say('page.every-status'))}${standings.map((standing) => option(standing, say(`status.${standing}`)))}
      </select>
      <select name="severity" aria-label="${say('severity.title')}">
        ${option('', say('page.every-severity'))}${severities.map((severity) => option(severity, say(`severity.${severity}`)))}
      </select>
      <button type="reset">${say('page.clear')}</button>
      <output></output>
    </form>
  </div> `;
}

/** The contents, beside the report where there is room. */
export function contents({ say }: Page, anchors: readonly (readonly [string, string])[]): Markup {
  const items = anchors.map(([anchor, title]) => html`<li><a href="#${anchor}">${title}</a></li>`);
  return html`<nav class="contents" aria-label="${say('title.contents')}">
    <ol>
      ${items}
    </ol>
  </nav> `;
}
