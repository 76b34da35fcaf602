import { hash } from 'node:crypto';
import { withoutFingerprints } from '../../core/facts/redaction-marks.ts';
import type { Finding } from '../../core/assessment/assessment.ts';
import type { BaselineOptions } from '../options/baseline-input.ts';

/** What a finding is known by from one scan to the next, whatever it says and in whichever line. */
export type Fingerprint = (finding: Finding) => string;

/**
 * Tells findings of one assessment apart: by control, kind, target and name, which stay when a container is made again
 * or lines are added to a file; by id as well where several have the name. One that is worse than a baseline holds it is another
 * than the one that was accepted: who accepted that has not seen this.
 */
export function fingerprinter(
  findings: readonly Finding[],
  baseline?: BaselineOptions,
): Fingerprint {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const key = nameKey(finding);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return (finding) => {
    const key = nameKey(finding);
    const own = (counts.get(key) ?? 0) > 1 ? `${key}${finding.subject.id}` : key;
    const print = hash('sha256', own).slice(0, 32);
    if (baseline?.states.get(finding) !== 'updated') return print;
    const worse = [finding.severity, ...(baseline.added?.get(finding) ?? []).toSorted()];
    return hash('sha256', JSON.stringify([print, ...worse])).slice(0, 32);
  };
}

const nameKey = ({ controlId, subject }: Finding): string =>
  withoutFingerprints(JSON.stringify([controlId, subject.kind, subject.target, subject.name]));
