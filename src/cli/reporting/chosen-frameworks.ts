import { wordsOf, type StatusWords } from '../../frameworks.ts';
import { frameworksIn } from '../../evidence.ts';
import { type Assessment, text } from '../../index.ts';
import { PlimsollError } from '../../core/errors.ts';
import { limitAssessment } from '../../report.ts';
import type { SharedOptions } from '../options/options.ts';

/** The words of a framework's readers; one that extends another is read by the same people. */
export const wordsIn = ({ frameworks }: Assessment, id: string): StatusWords =>
  wordsOf(id, frameworks.find((each) => each.id === id)?.extends);

/**
 * The assessment's frameworks that were asked for, all of them when none was.
 *
 * @throws PlimsollError `framework-unknown` for one that the assessment was not made against
 */
export function chosenFrameworks(
  assessment: Assessment,
  options: Pick<SharedOptions, 'framework'>,
): readonly string[] {
  const known = assessment.frameworks.map(({ id }) => id);
  const asked = (options.framework ?? []).map((spec) => spec.split('@', 1)[0] ?? spec);
  if (asked.length === 0 || asked.includes('all')) return known;
  const missing = asked.find((id) => !known.includes(id));
  if (missing === undefined) return asked;
  throw new PlimsollError(
    'framework-unknown',
    text(
      `The assessment was not made against ${JSON.stringify(missing)}.`,
      `该评估结果并非依据 ${JSON.stringify(missing)}。`,
    ),
    {
      hint:
        known.length > 0
          ? text(
              `The assessment was made against: ${known.join(', ')}.`,
              `评估所依据的框架：${known.join('、')}。`,
            )
          : text(
              `Assess again with: plimsoll assess snapshot.json --framework ${missing} -o assessment.json`,
              `请重新评估：plimsoll assess snapshot.json --framework ${missing} -o assessment.json`,
            ),
    },
  );
}

/**
 * What an assessment that is limited to frameworks says for one of them. One that is limited to none says the same for all;
 * so does one that has two levels of a framework, for both of them.
 */
export function ofFramework(assessment: Assessment, id: string | undefined): Assessment {
  if (id === undefined || assessment.scope?.frameworks === undefined) return assessment;
  const frameworks = assessment.frameworks.filter((each) => each.id === id);
  return limitAssessment(assessment, { frameworks: [...frameworksIn({ frameworks })] });
}
