import { isLapsed, severities, type Assessment, type Finding, type Threshold } from '../index.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';

/** Decides the exit code: unwaived failures at or over the threshold, and where strict what is not known, or not any more. */
export function gate(assessment: Assessment, failOn: Threshold, strict: boolean): ExitCode {
  if (failOn === 'none') return exitCodes.ok;
  const reached = new Set<string>(severities.slice(0, severities.indexOf(failOn) + 1));
  const counts = (finding: Finding): boolean =>
    (finding.status === 'fail' && finding.waiver === undefined) ||
    (strict && (finding.status === 'unknown' || finding.status === 'error' || isLapsed(finding)));
  return assessment.findings.some((finding) => reached.has(finding.severity) && counts(finding))
    ? exitCodes.findings
    : exitCodes.ok;
}
