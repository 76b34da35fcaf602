import { speaker } from '../locale/translate.ts';
import { headOf } from '../model/findings.ts';
import { firstSentence } from '../model/first-sentence.ts';
import type { Report } from '../model/report.ts';
import { fitColumns } from './columns.ts';
import type { TextStyle } from './text-style.ts';
import { rankCauses } from '../model/root-causes.ts';

/** Failed controls that a summary names. */
const worstAtMost = 10;

/** The worst failures by their cause: each with its subjects and its fix, in a line each that fits. */
export function worstFailures(report: Report, style: TextStyle, width: number): readonly string[] {
  const say = speaker(report.locale);
  const all = rankCauses(report);
  const shown = all.slice(0, worstAtMost);
  const more = all.length - shown.length;
  return [
    ...shown.flatMap(({ severity, label, cause }) => {
      const { control, findings, beside } = cause;
      const names = [...new Set(findings.map(({ name }) => name))].join(', ');
      const head = fitColumns(headOf(cause), width - label.length * 2 - 2);
      const others = beside.map(({ id }) => id).join(', ');
      return [
        `${style.severity(severity, label)}  ${style.bold(head)}`,
        `  ${style.dim(fitColumns(control.id, width - 2))}`,
        fitColumns(`  ${findings.length > 1 ? `${findings.length}: ` : ''}${names}`, width),
        ...(beside.length > 0
          ? [fitColumns(`  ${say('text.beside', { controls: others })}`, width)]
          : []),
        style.dim(fitColumns(`  → ${firstSentence(control.remediation)}`, width)),
      ];
    }),
    ...(more > 0 ? [style.dim(say('text.more-controls', { count: more }))] : []),
  ];
}
