import { z } from 'zod';

const day = z.iso.date();

/** A person's dated statement for what no machine can check. */
export const attestationSchema = z
  .strictObject({
    framework: z.string(),
    requirement: z.string(),
    statement: z.string().min(1),
    person: z.string().min(1),
    role: z.string().min(1),
    /** Day of the statement, ISO 8601, UTC. */
    date: day,
    /** Last day on which it holds, ISO 8601, UTC, inclusive. */
    until: day,
  })
  .refine((attestation) => attestation.date <= attestation.until, {
    message: 'it ends before it begins',
  });

/** A person's dated statement as data; it never turns a failure into a pass. */
export type Attestation = Readonly<z.output<typeof attestationSchema>>;

/** Where an attestation stands on the day of the snapshot. */
export type AttestationState = 'current' | 'early' | 'expired';

/** Where an attestation stands at an instant, ISO 8601 UTC. */
export function attestationState(attestation: Attestation, at: string): AttestationState {
  const today = at.slice(0, 10);
  if (today < attestation.date) return 'early';
  return today > attestation.until ? 'expired' : 'current';
}
