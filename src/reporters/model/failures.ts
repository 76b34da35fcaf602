import type { Assessment } from '../../core/assessment/assessment.ts';
import { severities } from '../../core/controls/severity.ts';
import { pick } from './findings.ts';
import type { ControlEntry, SeverityGroup } from './entries/finding.ts';
import type { ReportResult } from './report.ts';
import { severityTones } from './standing.ts';
import type { Voice } from './voice.ts';

/** The failures that nobody accepted, worst first, and the controls with the most of them first. */
export function groupFailures(
  controls: readonly ControlEntry[],
  voice: Voice,
): readonly SeverityGroup[] {
  const failed = pick(controls, 'fail');
  return severities.flatMap((severity) => {
    const of = failed
      .filter(({ control }) => control.severity === severity)
      .toSorted((a, b) => b.findings.length - a.findings.length);
    if (of.length === 0) return [];
    const count = of.reduce((sum, { findings }) => sum + findings.length, 0);
    return [{ severity, label: voice.say(`severity.${severity}`), count, controls: of }];
  });
}

/** The failures counted by severity, severities without any as well. */
export function countFailures(assessment: Assessment, voice: Voice): ReportResult['failures'] {
  const { failures, tally } = assessment.summary;
  return severities.map((severity) => ({
    severity,
    label: voice.say(`severity.${severity}`),
    tone: severityTones[severity],
    count: failures[severity],
    of: tally.fail,
  }));
}
