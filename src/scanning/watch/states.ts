import { isLapsed } from '../../core/assessment/freshness.ts';
import type { Assessment } from '../../core/assessment/assessment.ts';

/** What each finding says, by its control and its subject. */
export type States = ReadonlyMap<string, string>;

/** What the findings of an assessment say, without their reasons. */
export const statesOf = ({ findings }: Assessment): States =>
  new Map(
    findings.map((finding) => {
      const { controlId, subject, status, waiver } = finding;
      const key = [controlId, subject.target, subject.kind, subject.id].join('\0');
      return [key, `${status} ${waiver !== undefined} ${isLapsed(finding)}`];
    }),
  );

/** Whether any finding says something else, is new, or is gone. */
export const isChanged = (before: States, after: States): boolean =>
  before.size !== after.size || [...after].some(([key, state]) => before.get(key) !== state);
