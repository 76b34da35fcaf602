import type { Count } from '../../model/entries/count.ts';
import { groupDigits } from '../../say.ts';
import { html, type Markup } from '../markup.ts';
import { chip, section, type Page, type Section } from '../page.ts';
import { table } from '../table.ts';

/** The figures: in the standard's words first, then by finding, then failures by severity. */
export const resultSection: Section = (page) => {
  const { report, say } = page;
  return section(
    'result',
    say('section.result'),
    requirements(page),
    html`<h3>${say('result.findings')}</h3>
      ${bar(report.result.findings, say('result.chart'))}`,
    counts(say('result.findings'), say('result.status'), report.result.findings, page),
    html`<h3>${say('result.failures')}</h3>`,
    report.failures.length === 0
      ? html`<p>${say('result.no-failures')}</p>`
      : counts(say('result.failures'), say('severity.title'), report.result.failures, page),
    sentences(page, 'stale.title', report.result.stale),
    sentences(page, 'without.title', report.result.withoutWaivers),
  );
};

function sentences(
  { say }: Page,
  title: 'stale.title' | 'without.title',
  all: readonly string[],
): Markup {
  if (all.length === 0) return html``;
  return html`<h3>${say(title)}</h3>
    ${all.map((sentence) => html`<p>${sentence}</p>`)}`;
}

function requirements(page: Page): Markup {
  const { report, say } = page;
  const { requirements: words } = report.result;
  if (!words) return html``;
  const title = say('result.requirements');
  const rows = words.map(({ tone, label, count, of, rules }) => [
    chip(tone, label),
    say('result.of', { count, total: of }),
    rules.map((rule) => html`<span class="rule">${rule.label} ${groupDigits(rule.count)}</span> `),
  ]);
  const columns = [say('result.word'), say('result.count'), say('result.by-rule')];
  return html`<h3>${title}</h3>
    ${bar(words, title)}${table(title, columns, rows, [say('result.count')])}
    <p class="note">${say('result.groups-left-out')}</p>`;
}

function counts(caption: string, first: string, of: readonly Count[], { say }: Page): Markup {
  const columns = [first, say('result.count')];
  const rows = of.map(({ tone, label, count, of: total }) => [
    chip(tone, label),
    say('result.of', { count, total }),
  ]);
  return table(caption, columns, rows, [say('result.count')]);
}

/** One bar of all counts, in proportion; its numbers stand in the table after it. */
function bar(all: readonly Count[], label: string): Markup {
  let x = 0;
  const parts = all
    .filter(({ count }) => count > 0)
    .map(({ tone, label: name, count, of }) => {
      const width = (count / of) * 100;
      const part = html`<rect
        class="${tone}"
        x="${x.toFixed(3)}%"
        y="0"
        width="${width.toFixed(3)}%"
        height="100%"
        ><title>${name} ${count}</title></rect
      >`;
      x += width;
      return part;
    });
  return html`<svg class="bar" role="img" aria-label="${label}" width="100%" height="14">
    ${parts}
  </svg>`;
}
