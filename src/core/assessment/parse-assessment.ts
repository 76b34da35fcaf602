import { z } from 'zod';
import { PlimsollError } from '../errors.ts';
import { parseAnything } from '../parse-anything.ts';
import { assessmentSchema, assessmentVersion, type Assessment } from './assessment.ts';

const hint = 'Make one with: plimsoll assess snapshot.json -o assessment.json';

/** Why something is no assessment; `at` is where the schema that refused it stands in the whole. */
export function invalidAssessment(
  { issues }: z.ZodError,
  at: readonly (string | number)[] = [],
): PlimsollError {
  const placed = issues.map((issue) => ({ ...issue, path: [...at, ...issue.path] }));
  const why = z.prettifyError(new z.ZodError(placed));
  return new PlimsollError('assessment-invalid', `This is not a valid assessment: ${why}`, {
    hint,
  });
}

/**
 * Reads an assessment that came from outside.
 *
 * @throws PlimsollError `assessment-invalid`
 */
export const parseAssessment = (input: unknown): Assessment =>
  parseAnything(
    () => readAssessment(input),
    (why) =>
      new PlimsollError('assessment-invalid', `This is not a valid assessment: ${why}`, { hint }),
  );

function readAssessment(input: unknown): Assessment {
  // The form of another version is another one: its number says more than where it differs.
  const version = z.object({ version: z.string() }).safeParse(input).data?.version;
  if (version !== undefined && version.split('.')[0] !== assessmentVersion.split('.')[0]) {
    throw new PlimsollError(
      'assessment-invalid',
      `The assessment has version ${version}; this release reads ${assessmentVersion}.`,
      { hint },
    );
  }
  const { success, data, error } = assessmentSchema.safeParse(input);
  if (!success) throw invalidAssessment(error);
  return data;
}
