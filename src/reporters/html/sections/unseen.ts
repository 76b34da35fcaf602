import { controlBlock } from '../findings.ts';
import { html, type Markup } from '../markup.ts';
import { section, type Page, type Section } from '../page.ts';
import { table } from '../table.ts';

/** What could not be read, and what stayed undecided because of it. */
export const unseenSection: Section = (page) => {
  const { report, say } = page;
  const { unseen } = report;
  const all = unseen.lists.length === 0 && unseen.factGaps === 0 && unseen.controls.length === 0;
  if (all) return section('unseen', say('section.unseen'), html`<p>${say('unseen.nothing')}</p>`);
  return section(
    'unseen',
    say('section.unseen'),
    html`<p>${say('unseen.intro')} ${say('unseen.facts', { count: unseen.factGaps })}</p>`,
    lists(page),
    undecided(page),
  );
};

function lists({ report, say }: Page): Markup {
  const { lists: gaps } = report.unseen;
  if (gaps.length === 0) return html``;
  return html`<h3>${say('unseen.lists')}</h3>
    ${table(
      say('unseen.lists'),
      [
        say('unseen.kind'),
        say('scope.target'),
        say('unseen.reason'),
        say('unseen.detail'),
        say('unseen.source'),
      ],
      gaps.map(({ kind, target, reason, detail, source }) => [
        kind,
        html`<code>${target}</code>`,
        reason,
        detail,
        html`<code>${source}</code>`,
      ]),
    )}`;
}

function undecided(page: Page): Markup {
  const { controls } = page.report.unseen;
  if (controls.length === 0) return html``;
  return html`<div class="block">
    <h3>${page.say('unseen.findings')}</h3>
    ${controls.map((each) => controlBlock(each, page, { words: false }))}
  </div>`;
}
