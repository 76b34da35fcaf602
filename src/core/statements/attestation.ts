import { z } from 'zod';
import { own } from '../say-issues.ts';

const day = z.iso.date();

const fileFields = {
  /** Where the file lies, from the folder of whatever names it. */
  path: z.string().min(1),
  /** Hash of its bytes when the statement was made, 64 hexadecimal digits; absent when nobody has made it. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'it is not 64 hexadecimal digits in lower case')
    .optional(),
};

const fields = {
  framework: z.string().min(1),
  requirement: z.string().min(1),
  statement: z.string().min(1),
  person: z.string().min(1),
  role: z.string().min(1),
  /** Day of the statement, ISO 8601, UTC. */
  date: day,
  /** Last day on which it holds, ISO 8601, UTC, inclusive. */
  until: day,
  /** The files that bear it out. */
  files: z.array(z.strictObject(fileFields)).optional(),
  /** Who went over it, and on which day, ISO 8601, UTC; absent when nobody did. */
  review: z.strictObject({ by: z.string().min(1), date: day }).optional(),
};

interface Days {
  readonly date: string;
  readonly until: string;
  readonly review?: { readonly date: string } | undefined;
}

const endsAfterItBegins = ({ date, until }: Days): boolean => date <= until;
const reviewedAfterwards = ({ date, review }: Days): boolean =>
  review === undefined || date <= review.date;

/** A person's dated statement for what no machine can check. */
export const attestationSchema = z
  .strictObject(fields)
  .refine(endsAfterItBegins, {
    message: own('it ends before it begins', '结束早于开始'),
    path: ['until'],
  })
  .refine(reviewedAfterwards, {
    message: own('it was reviewed before it was made', '复核早于作出'),
    path: ['review'],
  });

/** A person's dated statement as data; it never turns a failure into a pass. */
export type Attestation = Readonly<z.output<typeof attestationSchema>>;

/** What became of a file that an attestation names. `unchecked`: there is no hash, or it could not be read. */
export const fileStates = ['unchanged', 'missing', 'changed', 'unchecked'] as const;

/** What became of a file that an attestation names. */
export type FileState = (typeof fileStates)[number];

/** An attestation whose files somebody looked at; `assess` itself reads nothing. */
export const checkedAttestationSchema = z.strictObject({
  ...fields,
  files: z
    .array(
      z.strictObject({
        ...fileFields,
        /** Absent when nobody looked: then the file bears nothing out. */
        state: z.enum(fileStates).optional(),
      }),
    )
    .optional(),
  /** Where it was written down, `attestations/12.1.yaml:3:1`; absent when it came from a program. */
  place: z.string().optional(),
});

/** An attestation with what became of its files. A plain {@link Attestation} without files is one. */
export type CheckedAttestation = Readonly<z.output<typeof checkedAttestationSchema>>;

/** Where an attestation stands on the day of the snapshot; only a `current` one counts. */
export const attestationStates = [
  'current',
  'early',
  'expired',
  'missing-file',
  'file-changed',
  'file-unchecked',
  'unknown-requirement',
  'not-selected',
] as const;

/** Where an attestation stands on the day of the snapshot. */
export type AttestationState = (typeof attestationStates)[number];

const fileTroubles = [
  ['missing', 'missing-file'],
  ['changed', 'file-changed'],
  ['unchecked', 'file-unchecked'],
] as const satisfies readonly (readonly [FileState, AttestationState])[];

/** Where an attestation stands at an instant, ISO 8601 UTC, by its days and its files. */
export function attestationState(attestation: CheckedAttestation, at: string): AttestationState {
  const today = at.slice(0, 10);
  if (today < attestation.date) return 'early';
  if (today > attestation.until) return 'expired';
  const states = (attestation.files ?? []).map(({ state }) => state ?? 'unchecked');
  return fileTroubles.find(([state]) => states.includes(state))?.[1] ?? 'current';
}
