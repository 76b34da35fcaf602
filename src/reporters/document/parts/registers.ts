import { requirementStatuses } from '../../../core/frameworks/rollup.ts';
import { shorten } from '../../model/observations.ts';
import { countIn, requirementTones, standings, standingTones } from '../../model/standing.ts';
import type { Report } from '../../model/report.ts';
import type { Say } from '../../locale/translate.ts';
import type { Section } from '../blocks/block.ts';
import { paragraph, part, section, table, wide } from '../blocks/blocks.ts';
import { badge, code, tally } from '../blocks/content.ts';

/** The whole catalog: each control's words, and every finding that no other section shows. */
export const controlsSection = ({ controls }: Report, say: Say): Section =>
  section('controls', say('section.controls'), [
    { kind: 'evidence', entries: controls.map((control) => ({ control })) },
  ]);

/** Every subject that was judged, by target and kind. */
export function subjectsSection({ subjects }: Report, say: Say): Section {
  const title = say('section.subjects');
  if (subjects.length === 0) return section('subjects', title, [paragraph(say('subjects.none'))]);
  const columns = [say('subjects.name'), say('subjects.id'), wide(say('result.findings'), 2.2)];
  return section(
    'subjects',
    title,
    subjects.map(({ target, kinds }) =>
      part(
        target,
        ...kinds.map(({ kind, subjects: all }) => ({
          ...part(
            kind,
            table(
              kind,
              columns,
              all.map(({ name, id, tally: counts }) => [name, code(id), tally(counts)]),
            ),
          ),
          printed: [
            table(
              kind,
              columns,
              all.map(({ name, id, tally: counts }) => [name, code(shorten(id)), tally(counts)]),
            ),
          ],
          count: all.length,
          counted: 'subjects' as const,
        })),
      ),
    ),
  );
}

/** What the words mean that stand in the report, and by which rules they come about. */
export function readingSection({ requirements, result }: Report, say: Say): Section {
  const rules = part(
    say('reading.requirements'),
    paragraph(say('reading.bearing')),
    table(
      say('reading.requirements'),
      [say('result.by-rule'), wide(say('reading.rule'), 4)],
      requirementStatuses
        .filter((each) => requirements.some(({ group, status }) => !group && status === each))
        .map((status) => [
          badge(requirementTones[status], say(`requirement.${status}`)),
          say(`rule.${status}`),
        ]),
    ),
  );
  return section('reading', say('section.reading'), [
    paragraph(say('reading.verbatim')),
    part(
      say('reading.statuses'),
      table(
        say('reading.statuses'),
        [say('result.status'), wide(say('reading.rule'), 4)],
        standings
          .filter((standing) => standing !== 'compensated')
          .filter((standing) => countIn(result, standing) > 0)
          .map((standing) => [
            badge(standingTones[standing], say(`status.${standing}`)),
            say(`meaning.${standing}`),
          ]),
      ),
    ),
    ...(requirements.length > 0 ? [rules] : []),
  ]);
}
