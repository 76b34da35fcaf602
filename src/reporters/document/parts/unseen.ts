import { groupBy } from '../../../syntax/group-by.ts';
import type { FindingEntry } from '../../model/entries/finding.ts';
import type { Report } from '../../model/report.ts';
import type { Say } from '../../locale/translate.ts';
import type { Block, Row, Section } from '../blocks/block.ts';
import { paragraph, part, section, table, wide } from '../blocks/blocks.ts';
import { code, lines, linkTo, type Content } from '../blocks/content.ts';
import { undecidedByReason, type UndecidedGroup } from '../selections/undecided.ts';

/** What could not be read, which controls broke, and what stayed undecided because of either, by the reason for it. */
export function unseenSection(report: Report, say: Say): Section {
  const { lists, factGaps, controls, errors } = report.unseen;
  const title = say('section.unseen');
  if (lists.length + factGaps + controls.length + errors.length === 0) {
    return section('unseen', title, [paragraph(say('unseen.nothing'))]);
  }
  const findings = (groups: typeof controls): Block => ({
    kind: 'findings',
    groups,
    words: 'none',
  });
  const reasons = undecidedByReason(report);
  const undecided = reasons.reduce((sum, { count }) => sum + count, 0);
  const byReason = reasonTable(reasons, say);
  return section('unseen', title, [
    paragraph([say('unseen.intro'), ' ', say('unseen.facts', { count: factGaps })]),
    ...(lists.length > 0 ? [part(say('unseen.lists'), unlisted(lists, say))] : []),
    ...(errors.length > 0 ? [part(say('unseen.errors'), findings(errors))] : []),
    ...(controls.length > 0
      ? [
          {
            ...part(say('unseen.findings'), byReason, findings(controls)),
            count: undecided,
            printed: [byReason],
          },
        ]
      : []),
  ]);
}

/** A heading for each reason, with how many findings it leaves open, and below it each check on a line; those of the same subjects share a row. */
const reasonTable = (reasons: readonly UndecidedGroup[], say: Say): Block =>
  table(
    say('unseen.findings'),
    [wide(say('unseen.check'), 2.6), say('finding.subject')],
    reasons.flatMap(({ reason, count, controls }): readonly Row[] => [
      { group: true, cells: [say('unseen.reason-count', { reason, count })] },
      ...Array.from(
        groupBy(controls, ({ findings }) => JSON.stringify(findings.map(subjectOf))),
        ([, alike]) => ({
          cells: [
            lines(
              alike.map(({ control }) => [
                linkTo(control.anchor, control.title),
                ' ',
                code(control.id),
              ]),
            ),
            namesByKind(alike[0]?.findings ?? [], say),
          ],
        }),
      ),
    ]),
  );

const subjectOf = ({ name, kind }: FindingEntry): readonly string[] => [kind, name];

/** Subjects by name, those of a kind in one run. */
const namesByKind = (findings: readonly FindingEntry[], say: Say): Content =>
  lines(
    Array.from(
      groupBy(findings, ({ kind }) => kind),
      ([kind, of]) =>
        `${[...new Set(of.map(({ name }) => name))].join(say('scope.comma'))} · ${kind}`,
    ),
  );

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
