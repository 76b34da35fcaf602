import type { Section } from '../../document/blocks/block.ts';
import {
  facts,
  numeric,
  paragraph,
  part,
  section,
  table,
  wide,
} from '../../document/blocks/blocks.ts';
import { badge, lines, linkTo, quiet, type Content } from '../../document/blocks/content.ts';
import { tablesByHead } from '../../document/parts/by-head.ts';
import type { Tone } from '../../model/entries/count.ts';
import type { CourseEntry, HistoryEntry } from '../../model/entries/history.ts';
import type { RequirementEntry } from '../../model/entries/requirement.ts';
import type { Report } from '../../model/report.ts';
import type { Say } from '../../locale/translate.ts';

/** What tests of a criterion come to over a period. */
type PeriodResult = 'exceptions' | 'incomplete' | 'none' | 'not-tested';

const tones = {
  exceptions: 'bad',
  incomplete: 'doubt',
  none: 'good',
  'not-tested': 'plain',
} as const satisfies Record<PeriodResult, Tone>;

/** Spans of time that one row names. */
const shownSpans = 4;

/** How each criterion’s controls operated over the time that the ledger tells of; nothing without a ledger. */
export function periodSection(report: Report, say: Say): readonly Section[] {
  const { history } = report;
  if (!history) return [];
  const { label, from, to, scans, longestGap } = history;
  const intro = facts(
    [say('soc.period-of'), say('history.span', { from, to })],
    [say('scope.targets'), label],
    [say('soc.scans'), say.number(scans)],
    longestGap && [say('soc.longest-gap'), say('soc.gap', longestGap)],
  );
  return [
    section('period', say('soc.operation'), [
      intro,
      paragraph(quiet(say('soc.period-rule'))),
      ...tablesByHead(
        report,
        [
          wide(say('requirement.title'), 1.2),
          wide(say('soc.over-period'), 0.8),
          wide(say('soc.tests'), 1.7),
        ],
        (entry) => criterion(entry, history, say),
        { again: true },
      ),
      part(say('soc.exceptions-by-control'), exceptions(report, history, say)),
    ]),
  ];
}

const isException = ({ failed, accepted, ms }: CourseEntry): boolean =>
  failed + accepted > 0 || ms > 0;

function criterion(
  { controls }: RequirementEntry,
  { controls: courses }: HistoryEntry,
  say: Say,
): readonly Content[] {
  const deciding = controls.filter(({ decides, live }) => decides && live);
  const tested = deciding.flatMap(({ anchor, failingTitle }) => {
    const course = courses.get(anchor);
    return course && course.scans > 0 ? [{ anchor, failingTitle, course }] : [];
  });
  const failed = tested.filter(({ course }) => isException(course));
  const complete =
    tested.length === deciding.length && tested.every(({ course }) => course.undecided === 0);
  const result: PeriodResult =
    failed.length > 0
      ? 'exceptions'
      : tested.length === 0
        ? 'not-tested'
        : complete
          ? 'none'
          : 'incomplete';
  const most = Math.max(0, ...tested.map(({ course }) => course.scans));
  return [
    badge(tones[result], say(`soc.period-${result}`)),
    lines([
      quiet(say('soc.tested', { count: tested.length, total: deciding.length, scans: most })),
      ...failed.map(({ anchor, failingTitle, course }) => [
        linkTo(anchor, failingTitle),
        quiet(
          ` ${say('soc.failed-at', { failed: course.failed + course.accepted, scans: course.scans, lasts: course.lasts })}`,
        ),
      ]),
    ]),
  ];
}

/** One row for each control that decides a criterion and failed at any time, the longest first. */
function exceptions(
  { controls, requirements }: Report,
  { controls: courses }: HistoryEntry,
  say: Say,
) {
  const deciding = new Set(
    requirements.flatMap(({ controls: of }) =>
      of.filter(({ decides, live }) => decides && live).map(({ anchor }) => anchor),
    ),
  );
  const all = controls
    .filter(({ anchor }) => deciding.has(anchor))
    .flatMap((control) => {
      const course = courses.get(control.anchor);
      return course && isException(course) ? [{ control, course }] : [];
    })
    .toSorted((a, b) => b.course.ms - a.course.ms || b.course.failed - a.course.failed);
  if (all.length === 0) return paragraph(say('soc.no-exceptions'));
  return table(
    say('soc.exceptions-by-control'),
    [
      wide(say('control.title'), 1.6),
      numeric(say('soc.failed-scans')),
      numeric(say('soc.accepted-scans')),
      numeric(say('soc.scans')),
      numeric(say('soc.lasted')),
      wide(say('soc.when'), 1.4),
    ],
    all.map(({ control, course }) => [
      linkTo(control.anchor, control.failingTitle),
      ...[course.failed, course.accepted, course.scans].map(say.number),
      course.lasts,
      when(course, say),
    ]),
  );
}

function when({ spans, failingAtEnd }: CourseEntry, say: Say): Content {
  const more = spans.length - shownSpans;
  return lines([
    ...spans.slice(0, shownSpans).map((span) => quiet(say('history.span', span))),
    ...(more > 0 ? [quiet(say('text.more', { count: more }))] : []),
    ...(failingAtEnd ? [badge('bad', say('soc.at-end'))] : []),
  ]);
}
