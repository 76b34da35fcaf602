import { frameworksIn } from '../../evidence.ts';
import { type Assessment, text } from '../../index.ts';
import { PlimsollError } from '../../core/errors.ts';
import { limitAssessment } from '../../report.ts';
import { chooseScope, missingSubject } from '../../scanning/choose-scope.ts';
import { scopeIn, type SharedOptions } from '../options/options.ts';
import { chosenFrameworks } from './chosen-frameworks.ts';

/** Parts of a scope that cannot be said twice, with the options that say them. */
const once = { controls: '--control', severities: '--severity', subjects: '--subject' } as const;

/**
 * What is reported of an assessment that was made before: what the options ask for.
 *
 * @throws PlimsollError `option-invalid`, `framework-unknown`, `catalog-unknown-control`
 */
export function scopeOfReport(assessment: Assessment, options: SharedOptions): Assessment {
  const asked = options.framework === undefined ? [] : chosenFrameworks(assessment, options);
  const frameworks = assessment.frameworks.filter(({ id }) => asked.includes(id));
  const ids = assessment.catalog.controls.map(({ id }) => id);
  const scope = chooseScope(scopeIn(options), ids, frameworksIn({ frameworks }));
  for (const part of ['controls', 'severities', 'subjects'] as const) {
    const before = assessment.scope?.[part];
    if (scope[part] === undefined || before === undefined) continue;
    throw new PlimsollError(
      'option-invalid',
      text(
        `The assessment is limited to ${before.join(', ')} already.`,
        `该评估结果已限定于 ${before.join('、')}。`,
      ),
      {
        hint: text(
          `Leave out ${once[part]}, or assess the snapshot again with it.`,
          `请去掉 ${once[part]}，或用它重新评估快照。`,
        ),
      },
    );
  }
  const missing = missingSubject(assessment, scope);
  if (missing) throw missing;
  return limitAssessment(assessment, scope);
}
