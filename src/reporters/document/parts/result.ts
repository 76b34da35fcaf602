import { nothingFailed } from '../../model/nothing-failed.ts';
import type { Report } from '../../model/report.ts';
import type { Say } from '../../locale/translate.ts';
import type { Block, Section } from '../blocks/block.ts';
import { paragraph, part, section } from '../blocks/blocks.ts';
import { quiet } from '../blocks/content.ts';
import { trendResult } from './history.ts';
import { subjectsResult } from './by-subject.ts';

/** The figures: in the standard's words first, then by finding, then failures by severity. */
export const resultSection = (report: Report, say: Say): Section =>
  section('result', say('section.result'), [
    ...requirementsResult(report, say),
    findingsResult(report, say),
    failuresResult(report, say),
    ...subjectsResult(report, say),
    ...trendResult(report, say),
    ...sentences(say('stale.title'), report.result.stale),
    ...sentences(say('without.title'), report.result.withoutWaivers),
  ]);

/** Requirements by the standard's word, those that controls came to a result in apart from the others; nothing without a framework. */
export function requirementsResult({ result }: Report, say: Say): readonly Section[] {
  if (!result.requirements) return [];
  const chart = (decided: boolean): readonly Section[] => {
    const words = result.requirements?.filter((word) => word.decided === decided) ?? [];
    const [first] = words;
    if (!first) return [];
    const count = words.reduce((sum, word) => sum + word.count, 0);
    const caption = say(decided ? 'result.decided' : 'result.open', { count, total: first.of });
    return [
      part(caption, {
        kind: 'chart',
        caption,
        heads: [say('result.word'), say('result.count'), say('result.by-rule')],
        rows: words.map(({ rules, label, tone, count: of }) => ({
          label,
          tone,
          count: of,
          of: count,
          detail: quiet(rules.map((rule) => `${rule.label} ${say.number(rule.count)}`).join(' · ')),
        })),
      }),
    ];
  };
  return [
    part(
      say('result.requirements'),
      ...chart(true),
      ...chart(false),
      paragraph(quiet(say('result.groups-left-out'))),
    ),
  ];
}

/** Findings by how they stand; those that do not occur share a line. */
export const findingsResult = ({ result }: Report, say: Say): Section =>
  part(say('result.findings'), ...standingsChart(result.findings, say));

function standingsChart(findings: Report['result']['findings'], say: Say): readonly Block[] {
  const none = findings.filter(({ count }) => count === 0).map(({ label }) => label);
  const rows = findings.filter(({ count }) => count > 0);
  const heads = [say('result.status'), say('result.count')] as const;
  return [
    ...(rows.length > 0
      ? [{ kind: 'chart', caption: say('result.chart'), heads, rows } as const]
      : []),
    ...(none.length > 0
      ? [paragraph(quiet(say('result.none-of', { words: none.join(say('scope.comma')) })))]
      : []),
  ];
}

/** Unaccepted failures by severity. */
export function failuresResult(report: Report, say: Say): Section {
  const { failures, result } = report;
  const chart: Block = {
    kind: 'chart',
    caption: say('result.failures'),
    heads: [say('severity.title'), say('result.count')],
    rows: result.failures,
  };
  return part(
    say('result.failures'),
    failures.length === 0 ? paragraph(nothingFailed(report, say)) : chart,
  );
}

const sentences = (title: string, all: readonly string[]): readonly Section[] =>
  all.length === 0 ? [] : [part(title, ...all.map((sentence) => paragraph(sentence)))];
