import type { Report } from '../../model/report.ts';
import { nothingFailed } from '../../model/nothing-failed.ts';
import { countIn, severityTones } from '../../model/standing.ts';
import type { Say } from '../../locale/translate.ts';
import type { Block, Section } from '../blocks/block.ts';
import { numeric, paragraph, part, section, table, wide } from '../blocks/blocks.ts';
import { badge, linkTo, quiet } from '../blocks/content.ts';
import { courseOf } from './history.ts';
import { findingsResult, requirementsResult } from './result.ts';

/** Failures named in the summary; it stays on one page. */
const named = 5;

/**
 * One page for a reader who reads no more: the overall result, the most severe failures, and the limits of the result.
 */
export function summarySection(report: Report, say: Say): Section {
  const { result } = report;
  const chart = requirementsResult(report, say)[0] ?? findingsResult(report, say);
  return section('summary', say('section.summary'), [
    paragraph(
      say('summary.read', {
        ...result.read,
        findings: result.findings[0]?.of ?? 0,
        failed: countIn(result, 'fail'),
        undecided: countIn(result, 'unknown', 'error', 'stale'),
      }),
    ),
    ...courseOf(report, say).map((sentence) => paragraph(sentence)),
    { ...chart, title: say('summary.standing') },
    part(say('summary.worst'), ...worst(report, say)),
    part(say('summary.limits'), limits(report, countIn(result, 'waived', 'compensated'), say)),
  ]);
}

function worst(report: Report, say: Say): readonly Block[] {
  const all = report.failures.flatMap(({ label, severity, controls }) =>
    controls.map(({ control, findings }) => ({ label, severity, control, findings })),
  );
  if (all.length === 0) return [paragraph(nothingFailed(report, say))];
  const shown = all.slice(0, named);
  return [
    table(
      say('summary.worst'),
      [wide(say('control.title'), 3), say('severity.title'), numeric(say('summary.subjects'))],
      shown.map(({ control, label, severity, findings }) => [
        linkTo(control.anchor, control.failingTitle),
        badge(severityTones[severity], label),
        say.number(findings.length),
      ]),
    ),
    paragraph(quiet(say('summary.worst-note', { count: shown.length, total: all.length }))),
  ];
}

function limits(report: Report, waived: number, say: Say): Block {
  const { unseen, waivers, statements, needs, requirements, result } = report;
  const attested = requirements.filter(({ status }) => status === 'attested').length;
  const open = needs.requirements.reduce((sum, { entries }) => sum + entries.length, 0);
  const items = [
    unseen.factGaps + unseen.lists.length > 0 &&
      say('summary.unseen', { facts: unseen.factGaps, lists: unseen.lists.length }),
    waivers.length > 0 && say('summary.accepted', { waived, waivers: waivers.length }),
    attested + statements.length > 0 &&
      say('summary.stated', { attested, statements: statements.length }),
    open > 0 && say('summary.needs', { count: open }),
    ...result.stale,
  ].filter((item) => item !== false);
  return items.length > 0 ? { kind: 'list', items } : paragraph(say('summary.no-limits'));
}
