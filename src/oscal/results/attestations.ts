import type { CheckedAttestation } from '../../core/statements/attestation.ts';
import type { Case } from './requirement-outcomes.ts';
import { partyUuid } from './people.ts';
import { listed } from '../../core/assessment/views/non-empty-list.ts';
import { endOf, note, type Json, type Scene } from './results-context.ts';

interface Attested extends Case {
  readonly attestation: CheckedAttestation;
}

/** The requirements for which a person's statement stands. */
export const attestedIn = ({ cases }: Scene): readonly Attested[] =>
  cases.flatMap((each) => (each.attestation ? [{ ...each, attestation: each.attestation }] : []));

/** The UUID of the observation that a person made. */
export const attestedUuid = ({ id }: Case, scene: Scene): string => scene.uuid('attested', id);

/** A person's statement, with who made it. */
export function attestationOf(attested: Attested, scene: Scene): Json {
  const { id, control, statement: stated = control, title, attestation } = attested;
  const { voice } = scene;
  const { person, role, statement, date, until, review } = attestation;
  return {
    'responsible-parties': [{ 'role-id': 'attester', 'party-uuids': [partyUuid(person, scene)] }],
    parts: [
      {
        uuid: scene.uuid('statement', id),
        name: 'statement',
        title,
        prose: voice.prose(statement),
        props: [
          note('requirement', stated),
          note('role', voice.name(role)),
          note('date', date),
          note('until', until),
          ...(review === undefined
            ? []
            : [note('reviewed', review.date, { remarks: voice.name(review.by) })]),
        ],
      },
    ],
  };
}

/** What a person found out, as an observation: by reading files where there are any, else by asking. */
export function attestedObservation(attested: Attested, scene: Scene): Json {
  const { attestation } = attested;
  const { voice } = scene;
  const files = attestation.files ?? [];
  return {
    uuid: attestedUuid(attested, scene),
    description: voice.prose(attestation.statement),
    methods: [files.length > 0 ? 'EXAMINE' : 'INTERVIEW'],
    types: ['control-objective'],
    origins: [
      {
        actors: [
          {
            type: 'party',
            'actor-uuid': partyUuid(attestation.person, scene),
            'role-id': 'attester',
          },
        ],
      },
    ],
    ...listed(
      'relevant-evidence',
      files.map(({ path, sha256 }) => ({
        href: `#${fileUuid(path, sha256, scene)}`,
        description: voice.name(path),
      })),
    ),
    collected: `${attestation.date}T00:00:00Z`,
    expires: endOf(attestation.until),
  };
}

const fileUuid = (path: string, sha256: string | undefined, scene: Scene): string =>
  scene.uuid('file', path, sha256 ?? '');

/** The files that statements name, each once, with their hashes. */
export function filesOf(scene: Scene): readonly Json[] {
  const files = attestedIn(scene).flatMap(({ attestation }) => attestation.files ?? []);
  const byUuid = new Map(
    files.map(({ path, sha256 }) => [
      fileUuid(path, sha256, scene),
      {
        uuid: fileUuid(path, sha256, scene),
        title: scene.voice.name(path),
        rlinks: [
          {
            href: referenceTo(path),
            ...(sha256 === undefined ? {} : { hashes: [{ algorithm: 'SHA-256', value: sha256 }] }),
          },
        ],
      },
    ]),
  );
  return [...byUuid.values()];
}

/** A path as a reference; a lone surrogate has no encoding. */
const referenceTo = (path: string): string =>
  path
    .split('/')
    .map((part) => encodeURIComponent(part.replaceAll(/\p{Cs}/gu, '\uFFFD')))
    .join('/');
