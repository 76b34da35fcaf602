import { nothingFailed } from '../../model/nothing-failed.ts';
import { rankCauses } from '../../model/root-causes.ts';
import type { Report } from '../../model/report.ts';
import type { Say } from '../../locale/translate.ts';
import type { Section } from '../blocks/block.ts';
import { paragraph, section } from '../blocks/blocks.ts';

const tones = { critical: 'bad', high: 'bad', medium: 'doubt', low: 'plain' } as const;

/**
 * What failed and nobody accepted, worst first, by control; each cause names what fails with it. On paper what follows
 * from a cause stands with it alone.
 */
export function failuresSection(report: Report, say: Say): Section {
  const title = say('section.failures');
  if (report.failures.length === 0) {
    return section('failures', title, [paragraph(nothingFailed(report, say))]);
  }
  const causes = rankCauses(report);
  const beside = new Map(causes.map(({ cause }) => [cause.control, cause.beside]));
  const severities = report.failures.map(({ severity, label, count, controls }) => {
    const groups = controls.map((each) => ({ ...each, beside: beside.get(each.control) ?? [] }));
    const printed = causes.filter((each) => each.severity === severity).map(({ cause }) => cause);
    return section(`severity-${severity}`, label, [{ kind: 'findings', groups, words: 'all' }], {
      count,
      tone: tones[severity],
      printed: [{ kind: 'findings', groups: printed, words: 'all' }],
    });
  });
  return section('failures', title, severities);
}
