import { groupBy } from '../../../syntax/group-by.ts';
import type { Block, Row, Section } from '../../document/blocks/block.ts';
import { numeric, paragraph, section, table, wide } from '../../document/blocks/blocks.ts';
import { badge, code, lines, linkTo, quiet, type Content } from '../../document/blocks/content.ts';
import type { Say } from '../../locale/translate.ts';
import type { FindingEntry } from '../../model/entries/finding.ts';
import { nothingFailed } from '../../model/nothing-failed.ts';
import type { Report } from '../../model/report.ts';
import { severityTones } from '../../model/standing.ts';
import { groupByCause, type Cause } from '../../model/root-causes.ts';

/** Names of subjects that one row shows. */
const shownNames = 4;

/** What to fix first, host by host: one row for each cause, with what falls with it, the fix and how to check it. */
export const fixesSection = (report: Report, say: Say): Section =>
  section('fixes', say('section.fixes'), fixes(report, say));

function fixes(report: Report, say: Say): readonly Block[] {
  // Severities and their controls stand worst first, and causes stay in their order.
  const causes = groupByCause(report.failures.flatMap(({ controls }) => controls));
  if (causes.length === 0) return [paragraph(nothingFailed(report, say))];
  const title = say('section.fixes');
  const byHost = groupBy(
    causes.flatMap((cause) =>
      Array.from(
        groupBy(cause.findings, ({ target }) => target),
        ([target, findings]) => ({ target, cause, findings }),
      ),
    ),
    ({ target }) => target,
  );
  const rows = Array.from(byHost, ([target, ofHost]): readonly Row[] => [
    {
      group: true,
      cells: [[code(target), ' ', quiet(say('engineer.fix-count', { count: ofHost.length }))]],
    },
    ...ofHost.map(({ cause, findings }, at) => ({
      cells: [
        say.number(at + 1),
        linkTo(cause.control.anchor, cause.control.failingTitle),
        severityOf(findings, say),
        namesOf(findings, say),
        lines([
          cause.control.remediation,
          ...fallsWith(cause, say),
          [quiet(say('engineer.check')), ' ', code(`plimsoll scan --control ${cause.control.id}`)],
        ]),
      ],
    })),
  ]).flat();
  return [
    paragraph(quiet(say('engineer.order'))),
    table(
      title,
      [
        numeric(say('engineer.rank')),
        wide(say('control.title'), 1.2),
        say('severity.title'),
        wide(say('engineer.where'), 1),
        wide(say('engineer.fix'), 2),
      ],
      rows,
    ),
  ];
}

/** Findings of one cause have one severity: failures are grouped by it. */
const severityOf = ([first]: readonly FindingEntry[], say: Say): Content =>
  first ? badge(severityTones[first.severity], say(`severity.${first.severity}`)) : '';

/** What the same fix takes away as well. */
const fallsWith = ({ beside }: Cause, say: Say): readonly Content[] =>
  beside.length === 0
    ? []
    : [
        quiet(
          say('engineer.beside', {
            names: beside.map(({ failingTitle }) => failingTitle).join(say('scope.comma')),
          }),
        ),
      ];

function namesOf(findings: readonly FindingEntry[], say: Say): string {
  const names = [...new Set(findings.map(({ name }) => name))];
  const shown = names.slice(0, shownNames).join(say('scope.comma'));
  const count = names.length - shownNames;
  return count > 0 ? say('engineer.more', { names: shown, count }) : shown;
}
