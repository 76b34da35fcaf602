import { z } from 'zod';
import { schemaId } from '../src/core/schema-id.ts';
import { assessmentSchema, assessmentVersion } from '../src/core/assessment/assessment.ts';
import { attestationSchema } from '../src/core/statements/attestation.ts';
import { snapshotSchema } from '../src/core/snapshot/snapshot.ts';
import { snapshotVersion } from '../src/core/snapshot/order-snapshot.ts';
import { waiverSchema } from '../src/core/statements/waiver.ts';
import { attestationDraftSchema } from '../src/collectors/statements/read-attestations.ts';
import { answersSchema, answersVersion } from '../src/evidence/bundle/answers.ts';
import { checksSchema, checksVersion } from '../src/core/controls/checks.ts';
import { bundleVersion, manifestSchema } from '../src/evidence/manifest/manifest.ts';
import { ownFrameworkSchema } from '../src/frameworks/custom/schema.ts';

/** The version of the files that people write by hand. */
const handVersion = '1.0';

const anAttestation = z.union([attestationSchema, attestationDraftSchema]);

/** The published contracts, each with the version of its form. */
export const contracts = [
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
  {
    name: 'bundle',
    version: bundleVersion,
    title: 'Plimsoll bundle',
    description: 'The manifest of a bundle: every file in it, by its hash.',
    schema: manifestSchema,
  },
  {
    name: 'checks',
    version: checksVersion,
    title: 'Plimsoll checks',
    description: 'The checks that judged, each with its parameters and its source.',
    schema: checksSchema,
  },
  {
    name: 'answers',
    version: answersVersion,
    title: 'Plimsoll answers',
    description: 'What engines answered, and in which file of a bundle each answer lies.',
    schema: answersSchema,
  },
  {
    name: 'attestation',
    version: handVersion,
    title: 'Plimsoll attestations',
    description:
      'One attestation, or a list of them: what people state for requirements that no machine can check.',
    schema: z.union([anAttestation, z.array(anAttestation)]),
  },
  {
    name: 'waiver',
    version: handVersion,
    title: 'Plimsoll waivers',
    description:
      'One waiver, or a list of them: failures that somebody accepted, for a reason and a time.',
    schema: z.union([waiverSchema, z.array(waiverSchema)]),
  },
  {
    name: 'framework',
    version: handVersion,
    title: 'Plimsoll framework',
    description: 'A framework of your own with its mapping, which may extend a built-in one.',
    schema: ownFrameworkSchema,
  },
] as const;

/**
 * The published contracts as JSON Schema draft-07, which SchemaStore and every editor reads, by file name. A minor version may add members, so
 * the schemas of what a program writes leave objects open; what people write is held to its fields. What JSON Schema cannot say (a waiver ends after it begins) only the
 * readers of this package check.
 */
export function jsonSchemas(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    contracts.map(({ name, version, title, description, schema }) => {
      const { $schema, ...body } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
      const document = {
        $schema,
        $id: schemaId(name, version),
        title,
        description,
        ...body,
      };
      // A line for each value, so that two can be compared; indentation would be a third of what the package takes for them.
      const lines = JSON.stringify(document, null, 1).replaceAll(/^ +/gm, '');
      return [`${name}.schema.json`, `${lines}\n`];
    }),
  );
}
