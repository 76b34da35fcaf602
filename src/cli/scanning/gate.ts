import type { Threshold } from '../../config.ts';
import type { AssessmentDifference, FindingState } from '../../evidence.ts';
import { severities, type Assessment, type Finding } from '../../index.ts';
import { isLapsed } from '../../report.ts';
import { exitCodes, type ExitCode } from '../options/exit-codes.ts';

/**
 * Decides the exit code: unwaived failures at or over the threshold, and where strict what is not known, or not any more.
 *
 * @param isKnown of a failure, whether a baseline accepts it
 */
export function gate(
  assessment: Assessment,
  failOn: Threshold,
  strict: boolean,
  isKnown: (finding: Finding) => boolean = () => false,
): ExitCode {
  const reached = atOrOver(failOn);
  const counts = (finding: Finding): boolean =>
    (finding.status === 'fail' && finding.waiver === undefined && !isKnown(finding)) ||
    (strict && (finding.status === 'unknown' || finding.status === 'error' || isLapsed(finding)));
  return assessment.findings.some((finding) => reached.has(finding.severity) && counts(finding))
    ? exitCodes.findings
    : exitCodes.ok;
}

/** The same for what changed: failures that were not there before, or were not rated as high. */
export function gateDifference(
  { findings, catalog }: AssessmentDifference,
  failOn: Threshold,
  strict: boolean,
): ExitCode {
  const reached = atOrOver(failOn);
  const isNewly = (before: FindingState | null, after: FindingState | null): boolean => {
    if (before === 'fail') return false;
    if (after === 'fail') return true;
    return strict && isOpen(after) && !isOpen(before);
  };
  const isNew =
    findings.some(
      ({ severity, before, after }) => reached.has(severity) && isNewly(before, after),
    ) ||
    catalog.severities.some(
      ({ before, after, failing }) => failing > 0 && reached.has(after) && !reached.has(before),
    );
  return isNew ? exitCodes.findings : exitCodes.ok;
}

/** The severities that count; none where nothing shall fail. */
const atOrOver = (failOn: Threshold): ReadonlySet<string> =>
  new Set(failOn === 'none' ? [] : severities.slice(0, severities.indexOf(failOn) + 1));

const isOpen = (state: FindingState | null): boolean =>
  state === 'unknown' || state === 'error' || state === 'stale';
