import type { Report } from '../../model/report.ts';
import type { Say } from '../../locale/translate.ts';
import type { Block, Section } from '../blocks/block.ts';
import { paragraph, part, section, table, wide } from '../blocks/blocks.ts';
import { code } from '../blocks/content.ts';

/** What could not be read, which controls broke, and what stayed undecided because of either. */
export function unseenSection({ unseen }: Report, say: Say): Section {
  const { lists, factGaps, controls, errors } = unseen;
  const title = say('section.unseen');
  if (lists.length + factGaps + controls.length + errors.length === 0) {
    return section('unseen', title, [paragraph(say('unseen.nothing'))]);
  }
  const findings = (groups: typeof controls): Block => ({
    kind: 'findings',
    groups,
    words: 'none',
  });
  return section('unseen', title, [
    paragraph([say('unseen.intro'), ' ', say('unseen.facts', { count: factGaps })]),
    ...(lists.length > 0 ? [part(say('unseen.lists'), unlisted(lists, say))] : []),
    ...(errors.length > 0 ? [part(say('unseen.errors'), findings(errors))] : []),
    ...(controls.length > 0 ? [part(say('unseen.findings'), findings(controls))] : []),
  ]);
}

const unlisted = (lists: Report['unseen']['lists'], say: Say): Block =>
  table(
    say('unseen.lists'),
    [
      say('unseen.kind'),
      say('scope.target'),
      say('unseen.reason'),
      wide(say('unseen.detail'), 1.3),
      say('unseen.source'),
    ],
    lists.map(({ kind, target, reason, detail, source }) => [
      kind,
      target,
      reason,
      detail,
      code(source),
    ]),
  );
