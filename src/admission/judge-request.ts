import type { DescribedRequest } from '../collectors/engine/create/request-reader.ts';
import { createAssessor, type AssessOptions } from '../core/assessment/assess.ts';
import type { Judgement } from '../core/assessment/evaluate.ts';
import type { Snapshot } from '../core/snapshot/snapshot.ts';

/** Judges what a request would make as one more workload of the engine. */
export function judgeRequest(
  { subject, origins }: Pick<DescribedRequest, 'subject' | 'origins'>,
  { subjects, ...header }: Snapshot,
  options: AssessOptions,
): readonly Judgement[] {
  const around = { ...header, origins: { ...header.origins, ...origins } };
  return createAssessor(around, [...subjects, subject], options).judge(subject);
}
