import { dirname } from 'node:path';
import { z } from 'zod';
import { attestationSchema, type CheckedAttestation } from '../../core/statements/attestation.ts';
import { conform } from '../files/conform.ts';
import { entriesOf } from '../../syntax/yaml/document-entries.ts';
import { readYaml } from '../files/read-yaml.ts';
import type { YamlDocument } from '../../syntax/yaml/yaml-document.ts';
import { checkFiles } from './check-files.ts';
import { text } from '../../core/text.ts';

/** What `plimsoll attest` begins: nobody has stated anything yet, so that all but the address may be empty. */
export const attestationDraftSchema = z.looseObject({
  draft: z.literal(true),
  framework: z.string().min(1),
  requirement: z.string().min(1),
});

const hint = text(
  'Fields: framework, requirement, statement, person, role, date, until, files, review. See schemas/attestation.schema.json.',
  '字段：framework、requirement、statement、person、role、date、until、files、review。见 schemas/attestation.schema.json。',
);

/** What a person began to state and has not stated yet. */
export interface AttestationDraft {
  readonly framework: string;
  readonly requirement: string;
  readonly place: string;
}

/** What some files hold. */
export interface AttestationFiles {
  /** Each with its place and with what became of its files. */
  readonly attestations: readonly CheckedAttestation[];
  /** They count for nothing. */
  readonly drafts: readonly AttestationDraft[];
}

/**
 * Reads files that hold one attestation each, or a list of them, and looks at the files that they name,
 * from the folder of the file that names them.
 *
 * @throws PlimsollError `attestation-invalid` with file, line and column of everything that is wrong
 */
export async function readAttestations(
  paths: readonly string[],
  cwd: string,
): Promise<AttestationFiles> {
  const read = await Promise.all(
    paths.map(async (path) => {
      const document = await readYaml(path, cwd, { code: 'attestation-invalid', numbers: false });
      const entries = entriesOf(document);
      const drafts = entries.filter((at) => isDraft(document, at));
      const stated = entries.filter((at) => !isDraft(document, at));
      return {
        attestations: await Promise.all(
          stated.map((at) => {
            const attestation = conform(
              document,
              attestationSchema,
              'attestation-invalid',
              hint,
              at,
            );
            return checkFiles(attestation, dirname(path), document.placeOf(at));
          }),
        ),
        drafts: drafts.map((at) => {
          const { framework, requirement } = conform(
            document,
            attestationDraftSchema,
            'attestation-invalid',
            hint,
            at,
          );
          return { framework, requirement, place: document.placeOf(at) };
        }),
      };
    }),
  );
  return {
    attestations: read.flatMap(({ attestations }) => attestations),
    drafts: read.flatMap(({ drafts }) => drafts),
  };
}

function isDraft({ value }: YamlDocument, [at]: readonly PropertyKey[]): boolean {
  const entry: unknown = Array.isArray(value) && typeof at === 'number' ? value[at] : value;
  return typeof entry === 'object' && entry !== null && Reflect.get(entry, 'draft') === true;
}
