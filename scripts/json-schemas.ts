import { z } from 'zod';
import { assessmentSchema, assessmentVersion } from '../src/core/assessment.ts';
import { snapshotSchema, snapshotVersion } from '../src/core/snapshot.ts';

const contracts = [
  {
    name: 'snapshot',
    version: snapshotVersion,
    title: 'Plimsoll snapshot',
    description:
      'Everything that was read from the targets at one time, and everything that could not be.',
    schema: snapshotSchema,
  },
  {
    name: 'assessment',
    version: assessmentVersion,
    title: 'Plimsoll assessment',
    description:
      'The findings of a catalog on one snapshot, and what they mean for each framework.',
    schema: assessmentSchema,
  },
] as const;

/**
 * The published contracts as JSON Schema 2020-12, by file name. A minor version may add members, so
 * the schemas leave objects open. What JSON Schema cannot say (a waiver ends after it begins) only the
 * readers of this package check.
 */
export function jsonSchemas(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    contracts.map(({ name, version, title, description, schema }) => {
      const { $schema, ...body } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
      const document = {
        $schema,
        $id: `urn:plimsoll:schema:${name}:${version}`,
        title,
        description,
        ...body,
      };
      return [`${name}.schema.json`, `${JSON.stringify(document, null, 2)}\n`];
    }),
  );
}
