import { z } from 'zod';
import { PlimsollError } from '../errors.ts';
import { parseAnything } from '../parse-anything.ts';
import { readWith } from '../read-with.ts';
import { sayProblems, type Path, type Problem } from '../say-issues.ts';
import { text, type Text } from '../text.ts';
import { contradictionsIn } from './contradictions.ts';
import { assessmentSchema, assessmentVersion, type Assessment } from './assessment.ts';

const hint = text(
  'Make one with: plimsoll assess snapshot.json -o assessment.json',
  '生成方法：plimsoll assess snapshot.json -o assessment.json',
);

/** Why something is no assessment; `at` is where the schema that refused it stands in the whole. */
export function invalidAssessment(problems: readonly Problem[], at: Path = []): PlimsollError {
  return invalid(sayProblems(problems.map((each) => ({ ...each, place: [...at, ...each.place] }))));
}

const invalid = (why: Text): PlimsollError =>
  new PlimsollError(
    'assessment-invalid',
    text(`This is not a valid assessment: ${why.en}`, `不是有效的评估结果：${why.zh}`),
    { hint },
  );

/**
 * Reads an assessment that came from outside. One that contradicts itself is none.
 *
 * @throws PlimsollError `assessment-invalid`
 */
export const parseAssessment = (input: unknown): Assessment =>
  withoutContradiction(readAssessment(input));

/**
 * The assessment, whose figures and statuses follow from its findings.
 *
 * @throws PlimsollError `assessment-invalid`
 */
export function withoutContradiction(assessment: Assessment): Assessment {
  const problems = contradictionsIn(assessment);
  if (problems.length > 0) throw invalidAssessment(problems);
  return assessment;
}

/**
 * Reads an assessment whose figures are compared with others, and so need not agree.
 *
 * @throws PlimsollError `assessment-invalid`
 */
export const readAssessment = (input: unknown): Assessment =>
  parseAnything(() => read(input), invalid);

function read(input: unknown): Assessment {
  // The form of another version is another one: its number says more than where it differs.
  const version = z.object({ version: z.string() }).safeParse(input).data?.version;
  if (version !== undefined && version.split('.')[0] !== assessmentVersion.split('.')[0]) {
    throw new PlimsollError(
      'assessment-invalid',
      text(
        `The assessment has version ${version}; this release reads ${assessmentVersion}.`,
        `评估结果的版本为 ${version}；本版本读取 ${assessmentVersion}。`,
      ),
      { hint },
    );
  }
  const parsed = readWith(assessmentSchema, input);
  if (!parsed.success) throw invalidAssessment(parsed.problems);
  return parsed.data;
}
