import { requirementStatuses } from '../../../core/rollup.ts';
import { standings, standingTones, requirementTones } from '../../model/standing.ts';
import { html } from '../markup.ts';
import { chip, section, type Section } from '../page.ts';
import { table } from '../table.ts';

/** What the words mean, and by which rules they come about. */
export const readingSection: Section = ({ report, say }) => {
  const statuses = standings.filter((standing) => standing !== 'compensated');
  const rules = html`<h3>${say('reading.requirements')}</h3>
    <p>${say('reading.strengths')}</p>
    ${table(
      say('reading.requirements'),
      [say('result.by-rule'), say('reading.rule')],
      [
        ...requirementStatuses.map((status) => [
          chip(requirementTones[status], say(`requirement.${status}`)),
          say(`rule.${status}`),
        ]),
        [
          chip(requirementTones['not-applicable'], say('requirement.not-applicable-stated')),
          say('rule.not-applicable-stated'),
        ],
      ],
    )}`;
  return section(
    'reading',
    say('section.reading'),
    html`<p>${say('reading.verbatim')}</p>
      <h3>${say('reading.statuses')}</h3>`,
    table(
      say('reading.statuses'),
      [say('result.status'), say('reading.rule')],
      statuses.map((standing) => [
        chip(standingTones[standing], say(`status.${standing}`)),
        say(`meaning.${standing}`),
      ]),
    ),
    report.requirements.length > 0 ? rules : html``,
  );
};
