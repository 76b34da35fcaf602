import { assess } from '../../core/assessment/assess.ts';
import { assessmentJson } from '../../core/assessment/assessment-json.ts';
import type { Assessment } from '../../core/assessment/assessment.ts';
import type { Snapshot } from '../../core/snapshot/snapshot.ts';
import { invalidBundle } from '../zip/entry.ts';
import { describeChecks } from '../checks/describe-checks.ts';
import { compareJudged, statementsOf } from './replay.ts';
import type { ReplayOptions } from './replay-bundle.ts';
import { text } from '../../core/text.ts';

/**
 * Makes sure that a saved assessment is the one of a saved snapshot: the snapshot is assessed again, with what people
 * stated for the assessment, and every byte compared.
 *
 * @throws PlimsollError `bundle-invalid` with the first of what differs
 */
export function holdAssessment(
  snapshot: Snapshot,
  stored: Assessment,
  { catalog, frameworks, sources, tool }: ReplayOptions,
): void {
  const again = assess(snapshot, {
    catalog,
    frameworks,
    tool,
    ...statementsOf(stored, frameworks),
  });
  if (assessmentJson(again) === assessmentJson(stored)) return;
  const checks = describeChecks(catalog, again, sources);
  const [first] = compareJudged({ assessment: stored, checks }, { assessment: again, checks });
  const what = [first?.id, first?.cause, first?.detail].filter((part) => part !== undefined);
  throw invalidBundle(
    text(
      `Assessing the snapshot again gives another assessment: ${what.join(', ')}.`,
      `重新评估该快照得到不同的评估结果：${what.join('、')}。`,
    ),
    text(
      'Assess it with this release and configuration: plimsoll assess snapshot.json -o assessment.json',
      '请用本版本和此配置评估：plimsoll assess snapshot.json -o assessment.json',
    ),
  );
}
