import type { Needs } from '../../model/entries/requirement.ts';
import { controlBlock } from '../findings.ts';
import { html, type Markup } from '../markup.ts';
import { section, type Page, type Section } from '../page.ts';
import { table } from '../table.ts';

/** What the reader has to bring before the rest can be decided. */
export const needsSection: Section = (page) => {
  const { report, say } = page;
  const { questions, requirements } = report.needs;
  if (questions.length === 0 && requirements.length === 0) {
    return section('needs', say('section.needs'), html`<p>${say('needs.nothing')}</p>`);
  }
  const asked = html`<div class="block">
    <h3>${say('needs.questions')}</h3>
    ${questions.map((each) => controlBlock(each, page, { words: false }))}
  </div>`;
  return section(
    'needs',
    say('section.needs'),
    questions.length > 0 ? asked : html``,
    ...requirements.map((group) => open(group, page)),
  );
};

function open({ title, entries }: Needs['requirements'][number], { say }: Page): Markup {
  return html`<h3>${title}</h3>
    ${table(
      title,
      [say('requirement.title'), say('needs.nature'), say('needs.why')],
      entries.map(({ id, anchor, title: name, nature, controls }) => [
        html`<a class="id" href="#${anchor}">${id}</a> ${name}`,
        nature,
        controls.map(
          ({ anchor: to, title: control }, at) =>
            html`${at > 0 ? ' · ' : ''}<a href="#${to}">${control}</a>`,
        ),
      ]),
    )}`;
}
