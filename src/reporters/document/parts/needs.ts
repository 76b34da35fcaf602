import type { Report } from '../../model/report.ts';
import type { Say } from '../../locale/translate.ts';
import type { Block, Section } from '../blocks/block.ts';
import { paragraph, part, section, table, wide } from '../blocks/blocks.ts';
import { joined, linkTo } from '../blocks/content.ts';

/** What the reader has to bring before the rest can be decided. */
export function needsSection({ needs }: Report, say: Say): Section {
  const { questions, requirements } = needs;
  const title = say('section.needs');
  if (questions.length === 0 && requirements.length === 0) {
    return section('needs', title, [paragraph(say('needs.nothing'))]);
  }
  const asked: Block = { kind: 'findings', groups: questions, words: 'none' };
  return section('needs', title, [
    ...(questions.length > 0 ? [part(say('needs.questions'), asked)] : []),
    ...requirements.map((group) => ({
      ...part(
        group.title,
        table(
          group.title,
          [
            wide(say('requirement.title'), 1.3),
            wide(say('needs.nature'), 0.6),
            wide(say('needs.why'), 1.9),
          ],
          group.entries.map(({ id, anchor, title: name, nature, controls }) => [
            [linkTo(anchor, id, { code: true }), ` ${name}`],
            nature,
            joined(
              controls.map((control) => linkTo(control.anchor, control.title)),
              ' · ',
            ),
          ]),
        ),
      ),
      printed: [
        paragraph(
          say('print.ids', {
            count: group.entries.length,
            ids: group.entries.map(({ id }) => id).join(say('scope.comma')),
          }),
        ),
      ],
    })),
  ]);
}
