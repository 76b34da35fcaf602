import { hash } from 'node:crypto';
import type { Finding } from '../../core/assessment/assessment.ts';

/** What a finding is known by from one scan to the next, whatever it says and in whichever line. */
export type Fingerprint = (finding: Finding) => string;

/**
 * Tells findings of one assessment apart: by control, kind, target and name, which stay when a container is made again
 * or lines are added to a file; by id as well where several have the name.
 */
export function fingerprinter(findings: readonly Finding[]): Fingerprint {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const key = nameKey(finding);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return (finding) => {
    const key = nameKey(finding);
    const own = (counts.get(key) ?? 0) > 1 ? `${key}${finding.subject.id}` : key;
    return hash('sha256', own).slice(0, 32);
  };
}

const nameKey = ({ controlId, subject }: Finding): string =>
  JSON.stringify([controlId, subject.kind, subject.target, subject.name]);
