import { groupBy } from '../../../syntax/group-by.ts';
import type { Report } from '../../model/report.ts';
import { nothingFailed } from '../../model/nothing-failed.ts';
import { rankCauses } from '../../model/root-causes.ts';
import { countIn } from '../../model/standing.ts';
import type { Say } from '../../locale/translate.ts';
import type { Block, Section } from '../blocks/block.ts';
import { paragraph, part, section } from '../blocks/blocks.ts';
import { joined, lines, linkTo, quiet, strong, type Content } from '../blocks/content.ts';
import { undecidedByReason } from '../selections/undecided.ts';
import { failedRequirements } from '../selections/failed-requirements.ts';
import { causesWithAdvice } from './failed.ts';
import { courseOf } from './history.ts';
import { findingsResult, requirementsResult } from './result.ts';

/** Causes named in the summary; it stays on one page. */
const named = 3;

/** Failed requirements named with their titles; of more, the ids alone. */
const titled = 14;

/**
 * One page for a reader who reads no more: the result in the standard's words, the
 * requirements that failed, the most severe causes, and the limits of the result.
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
    ...meaning(report, say),
    ...courseOf(report, say).map((sentence) => paragraph(sentence)),
    { ...chart, title: say('summary.standing') },
    ...failed(report, say),
    part(say('summary.worst'), ...worst(report, say)),
    part(say('summary.limits'), limits(report, countIn(result, 'waived', 'compensated'), say)),
  ]);
}

/** The result in the standard's word, and what that word means. */
function meaning({ requirements }: Report, say: Say): readonly Block[] {
  const [first] = requirements.filter(({ group, status }) => !group && status === 'not-satisfied');
  if (!first) return [];
  const word = first.word === '' ? first.rule : first.word;
  return [paragraph([strong(word), say('scope.colon'), say('rule.not-satisfied')])];
}

/** The failed requirements by name; nothing without a framework. */
function failed(report: Report, say: Say): readonly Section[] {
  if (report.requirements.length === 0) return [];
  const withFailures = failedRequirements(report);
  const all = withFailures.filter(({ entry }) => entry.status === 'not-satisfied');
  const others = withFailures.filter((each) => !all.includes(each));
  const also =
    others.length === 0
      ? []
      : [
          paragraph(
            joined(
              [
                say('summary.also-failed'),
                joined(
                  others.map(({ entry: { anchor, id } }) => linkTo(anchor, id, { code: true })),
                  say('scope.comma'),
                ),
              ],
              ' ',
            ),
          ),
        ];
  const title = say('summary.failed');
  if (all.length === 0) return [part(title, paragraph(say('summary.none-failed')), ...also)];
  const names = all.map(({ entry: { anchor, id, title: name } }) => [
    linkTo(anchor, id, { code: true }),
    ...(all.length <= titled ? [` ${name}`] : []),
  ]);
  return [
    {
      ...part(
        title,
        paragraph(joined(names, all.length <= titled ? ' · ' : say('scope.comma'))),
        ...also,
      ),
      count: all.length,
      counted: 'requirements',
    },
  ];
}

/** The most severe causes, each with its subjects and its fix. */
function worst(report: Report, say: Say): readonly Block[] {
  const all = rankCauses(report);
  if (all.length === 0) return [paragraph(nothingFailed(report, say))];
  const shown = all.slice(0, named);
  return [
    { kind: 'list', items: shown.map((each) => lines(causesWithAdvice([each], say))) },
    paragraph(quiet(say('summary.worst-note', { count: shown.length, total: all.length }))),
  ];
}

/** What was not seen, by kind of subject and with the most frequent reasons; nothing where all was. */
function notSeen(report: Report, say: Say): readonly Content[] {
  const reasons = undecidedByReason(report);
  const all = reasons.flatMap(({ controls }) => controls.flatMap(({ findings }) => findings));
  if (all.length === 0) return [];
  const kinds = Array.from(
    groupBy(all, ({ kind }) => kind),
    ([kind, of]) => say('summary.kind-count', { kind, count: of.length }),
  );
  const first = reasons.slice(0, named);
  const more = all.length - first.reduce((sum, { count }) => sum + count, 0);
  return [
    lines([
      say('summary.unseen', {
        count: all.length,
        total: report.result.findings[0]?.of ?? 0,
        kinds: kinds.join(say('scope.comma')),
        section: say('section.unseen'),
      }),
      ...first.map(({ reason, count }) => quiet(say('unseen.reason-count', { reason, count }))),
      ...(more > 0 ? [quiet(say('summary.more-reasons', { count: more }))] : []),
    ]),
  ];
}

function limits(report: Report, waived: number, say: Say): Block {
  const { unseen, waivers, statements, needs, requirements, result } = report;
  const attested = requirements.filter(({ status }) => status === 'attested').length;
  const open = needs.requirements.reduce((sum, { entries }) => sum + entries.length, 0);
  const items = [
    ...notSeen(report, say),
    unseen.lists.length > 0 && say('summary.lists', { lists: unseen.lists.length }),
    waivers.length > 0 && say('summary.accepted', { waived, waivers: waivers.length }),
    attested + statements.length > 0 &&
      say('summary.stated', { attested, statements: statements.length }),
    open > 0 && say('summary.needs', { count: open }),
    ...result.stale,
  ].filter((item) => item !== false);
  return items.length > 0 ? { kind: 'list', items } : paragraph(say('summary.no-limits'));
}
