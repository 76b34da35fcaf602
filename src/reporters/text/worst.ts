import type { Severity } from '../../core/controls/severity.ts';
import { speaker } from '../locale/translate.ts';
import { headOf } from '../model/findings.ts';
import type { Report } from '../model/report.ts';
import { firstSentence, fitColumns } from './columns.ts';
import type { TextStyle } from './text-style.ts';
import { groupByCause, type Cause } from './root-causes.ts';

/** Failed controls that a summary names. */
const worstAtMost = 10;

/** The worst failures by their cause: each with its subjects and its fix, in a line each that fits. */
export function worstFailures(report: Report, style: TextStyle, width: number): readonly string[] {
  const say = speaker(report.locale);
  const all = groupAcross(report);
  const shown = all.slice(0, worstAtMost);
  const more = all.length - shown.length;
  return [
    ...shown.flatMap(({ severity, label, cause }) => {
      const { control, findings, beside } = cause;
      const names = [...new Set(findings.map(({ name }) => name))].join(', ');
      const head = fitColumns(headOf(cause), width - label.length * 2 - 2);
      return [
        `${style.severity(severity, label)}  ${style.bold(head)}`,
        `  ${style.dim(fitColumns(control.id, width - 2))}`,
        fitColumns(`  ${findings.length > 1 ? `${findings.length}: ` : ''}${names}`, width),
        ...(beside.length > 0
          ? [fitColumns(`  ${say('text.beside', { controls: beside.join(', ') })}`, width)]
          : []),
        style.dim(fitColumns(`  → ${firstSentence(control.remediation)}`, width)),
      ];
    }),
    ...(more > 0 ? [style.dim(say('text.more-controls', { count: more }))] : []),
  ];
}

interface Rated {
  readonly severity: Severity;
  readonly label: string;
  readonly cause: Cause;
}

/** The causes over all severities, the worst first. */
function groupAcross({ failures }: Report): readonly Rated[] {
  const rated = new Map(
    failures.flatMap(({ severity, label, controls }) =>
      controls.map(({ control }) => [control.id, { severity, label }] as const),
    ),
  );
  return groupByCause(failures.flatMap(({ controls }) => controls)).flatMap((cause) => {
    const found = rated.get(cause.control.id);
    return found ? [{ ...found, cause }] : [];
  });
}
