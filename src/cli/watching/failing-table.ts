import { severities, type Assessment, type Finding, type Language } from '../../index.ts';
import type { Paint } from '../terminal/paint.ts';
import { show } from '../terminal/print-text.ts';
import { layRows } from '../terminal/table.ts';
import { severityWords } from '../explain/severity-words.ts';
import { watchWords } from './watch-words.ts';

/** Controls that are listed; of the others the number. */
const listedAtMost = 10;

/** What fails now: a line of counts, and the controls that fail, the worst first. */
export function failingTable(
  assessment: Assessment,
  said: string,
  language: Language,
  { bold, dim }: Pick<Paint, 'bold' | 'dim'>,
): readonly string[] {
  const failing = assessment.findings.filter(
    ({ status, waiver }) => status === 'fail' && waiver === undefined,
  );
  const { unknown } = assessment.summary.tally;
  const counts = severities.flatMap((severity) => {
    const count = failing.filter((each) => each.severity === severity).length;
    return count === 0 ? [] : [`${severityWords[severity][language]} ${count}`];
  });
  const head = [
    `${watchWords.failing[language]} ${failing.length}${counts.length > 0 ? ` (${counts.join(', ')})` : ''}`,
    `${watchWords.unknown[language]} ${unknown}`,
    said,
  ].join(' · ');
  const titles = new Map(
    assessment.catalog.controls.map(({ id, title, failingTitle }) => [
      id,
      (failingTitle ?? title)[language],
    ]),
  );
  const controls = byControl(failing);
  const rows = controls
    .slice(0, listedAtMost)
    .map(([id, findings]) => [
      severityWords[findings[0]?.severity ?? 'low'][language],
      id,
      String(findings.length),
      titles.get(id) ?? '',
    ]);
  const more = controls.length - rows.length;
  return [
    dim('─'.repeat(40)),
    bold(show(head)),
    ...(rows.length === 0 ? [watchWords.nothingFails[language]] : layRows(rows)),
    ...(more > 0 ? [dim(`+${more} ${watchWords.more[language]}`)] : []),
  ];
}

/** Failures by control, the worst first, and of these the most frequent. */
function byControl(
  failing: readonly Finding[],
): readonly (readonly [id: string, findings: readonly Finding[]])[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of failing) {
    const group = groups.get(finding.controlId);
    if (group) group.push(finding);
    else groups.set(finding.controlId, [finding]);
  }
  const rank = ([first]: readonly Finding[]): number =>
    severities.indexOf(first?.severity ?? 'low');
  return [...groups].toSorted(([, a], [, b]) => rank(a) - rank(b) || b.length - a.length);
}
