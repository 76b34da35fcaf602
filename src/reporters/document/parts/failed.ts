import { firstSentence } from '../../model/first-sentence.ts';
import { nothingFailed } from '../../model/nothing-failed.ts';
import { severityTones } from '../../model/standing.ts';
import type { RankedCause } from '../../model/root-causes.ts';
import type { Report } from '../../model/report.ts';
import { groupBy } from '../../../syntax/group-by.ts';
import type { Say } from '../../locale/translate.ts';
import type { Section } from '../blocks/block.ts';
import { paragraph, section, table, wide } from '../blocks/blocks.ts';
import { badge, lines, linkTo, quiet, type Content, type Inline } from '../blocks/content.ts';
import { failedRequirements } from '../selections/failed-requirements.ts';
import { requirementLabel, resultWord } from './requirements.ts';

/** Causes that a requirement names; its place in the annex has all. */
const namedCauses = 4;

/** Subjects that a cause names; its findings have all. */
const namedSubjects = 6;

/** Every requirement that failed, with the most severe causes, where they are, and what to do; nothing without a framework. */
export function failedSection(report: Report, say: Say): readonly Section[] {
  if (report.requirements.length === 0) return [];
  const title = say('section.failed');
  const failed = failedRequirements(report);
  if (failed.length === 0) {
    return [section('failed', title, [paragraph(nothingFailed(report, say))])];
  }
  const rows = failed.map(({ entry, causes }) => {
    const more = causes.slice(namedCauses);
    return [
      lines([requirementLabel(entry), resultWord(entry)]),
      lines([
        ...causesWithAdvice(causes.slice(0, namedCauses), say),
        ...(more.length > 0 ? [moreOf(more, say)] : []),
      ]),
    ];
  });
  return [
    section(
      'failed',
      title,
      [
        paragraph(say('failed.note')),
        table(title, [say('requirement.title'), wide(say('failed.what'), 2.4)], rows),
      ],
      { count: failed.length, counted: 'requirements' },
    ),
  ];
}

/** What is wrong with the subjects, and below it what to do in one sentence, which causes with the same advice share. */
export const causesWithAdvice = (causes: readonly RankedCause[], say: Say): readonly Content[] =>
  [...groupBy(causes, ({ cause }) => firstSentence(cause.control.remediation))].flatMap(
    ([advice, alike]): readonly Content[] => [
      ...alike.map(({ severity, label, cause }) => [
        badge(severityTones[severity], label),
        ' ',
        linkTo(cause.control.anchor, cause.control.failingTitle),
        ' ',
        quiet(whereOf(cause, say)),
      ]),
      quiet(`→ ${advice}`),
    ],
  );

/** The subjects of a cause by their names. */
export function whereOf({ findings }: RankedCause['cause'], say: Say): string {
  const names = [...new Set(findings.map(({ name }) => name))];
  const shown = names.slice(0, namedSubjects).join(say('scope.comma'));
  const more = names.length - namedSubjects;
  return more > 0 ? say('failed.more-subjects', { names: shown, count: more }) : shown;
}

const moreOf = (more: readonly RankedCause[], say: Say): Content => [
  quiet(say('failed.more', { count: more.length })),
  ...more.flatMap(({ cause: { control } }, at): readonly Inline[] => [
    at === 0 ? ' ' : say('scope.comma'),
    quiet(linkTo(control.anchor, control.failingTitle)),
  ]),
];
