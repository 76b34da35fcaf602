import type { RequirementEntry } from '../../model/entries/requirement.ts';
import { html, type Markup } from '../markup.ts';
import { chip, chips, section, type Page, type Section } from '../page.ts';

/** Every requirement with its result and the controls that bear on it. */
export const requirementsSection: Section = (page) => {
  const { report, say } = page;
  if (report.requirements.length === 0) return undefined;
  const columns = [say('requirement.title'), say('result.word'), say('requirement.evidence')];
  const heads = columns.map((column) => html`<th scope="col">${column}</th>`);
  return section(
    'requirements',
    say('section.requirements'),
    html`<div class="scroll">
      <table class="requirements">
        <caption class="apart">
          ${say('section.requirements')}
        </caption>
        <thead>
          <tr>
            ${heads}
          </tr>
        </thead>
        <tbody>
          ${report.requirements.map((requirement) => row(requirement, page))}
        </tbody>
      </table>
    </div>`,
  );
};

/** Deeper levels than this are not set in further. */
const deepest = 4;

function row(requirement: RequirementEntry, page: Page): Markup {
  const { anchor, id, title, group, verified, nature, tone, word, rule } = requirement;
  const depth = `depth-${Math.min(requirement.depth, deepest)}`;
  const label = html`<a class="id" href="#${anchor}">${id}</a>${verified ? '' : '†'} ${title}`;
  if (group) {
    return html`<tr id="${anchor}" class="group">
      <th scope="rowgroup" colspan="3" class="${depth}">${label}</th>
    </tr> `;
  }
  return html`<tr id="${anchor}">
    <th scope="row" class="${depth}">${label} <small>${nature}</small></th>
    <td>${chip(tone, word)}${word === rule ? undefined : html`<br /><small>${rule}</small>`}</td>
    <td>${evidence(requirement, page)}</td>
  </tr> `;
}

function evidence(entry: RequirementEntry, { say }: Page): Markup {
  const { controls, attestation, lapsed, statement } = entry;
  const lines = controls.map(({ anchor, title, strength, reason, live, tally }) => {
    const name =
      anchor === '' ? html`${title}` : html`<a href="#${anchor}" title="${reason}">${title}</a>`;
    const counts = live ? chips(tally) : html`<small>${say('requirement.not-live')}</small>`;
    return html`<li>${name} <small>${strength}</small> ${counts}</li>`;
  });
  const statements = [...(attestation ? [attestation] : []), ...lapsed].map(
    (each) =>
      html`<li>
        <q>${each.statement}</q>
        <small>${each.person}, ${each.period}</small> ${chip(each.tone, each.state)}
      </li>`,
  );
  const stated =
    statement &&
    html`<li>
      ${statement.said} ${statement.conflict ? chip('bad', say('stated.conflict')) : undefined}
    </li>`;
  if (lines.length + statements.length === 0 && !stated) {
    return html`<small>${say('requirement.no-controls')}</small>`;
  }
  return html`<ul class="plain-list">
    ${lines}${statements}${stated}
  </ul>`;
}
