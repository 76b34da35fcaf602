import { z } from 'zod';
import { PlimsollError } from '../errors.ts';
import { parseAnything } from '../parse-anything.ts';
import { readWith } from '../read-with.ts';
import { sayProblems, type Path, type Problem } from '../say-issues.ts';
import { text, type Text } from '../text.ts';
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
 * Reads an assessment that came from outside.
 *
 * @throws PlimsollError `assessment-invalid`
 */
export const parseAssessment = (input: unknown): Assessment =>
  parseAnything(() => readAssessment(input), invalid);

function readAssessment(input: unknown): Assessment {
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
  const read = readWith(assessmentSchema, input);
  if (!read.success) throw invalidAssessment(read.problems);
  return read.data;
}
