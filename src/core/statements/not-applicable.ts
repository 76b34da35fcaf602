import { z } from 'zod';

/** A person's statement that a requirement does not apply to the system under assessment. */
export const notApplicableSchema = z.strictObject({
  framework: z.string().min(1),
  /** It covers this requirement and everything below it. */
  requirement: z.string().min(1),
  reason: z.string().min(1),
  owner: z.string().min(1),
  /** Last day on which it holds, ISO 8601, UTC, inclusive; absent means until it is taken back. */
  until: z.iso.date().optional(),
});

/**
 * A person's statement that a requirement does not apply, and why. A failure of a control that decides
 * the requirement beats it: then there is something to judge, and the two are shown as a conflict.
 */
export type NotApplicable = Readonly<z.output<typeof notApplicableSchema>>;

/** Where such a statement stands on the day of the snapshot; only a `current` one counts. */
export const notApplicableStates = [
  'current',
  'expired',
  'unknown-requirement',
  'not-selected',
] as const;

/** Where a statement of not-applicable stands on the day of the snapshot. */
export type NotApplicableState = (typeof notApplicableStates)[number];

/** Whether a statement still holds at an instant, ISO 8601 UTC. */
export const isInForce = ({ until }: NotApplicable, at: string): boolean =>
  until === undefined || at.slice(0, 10) <= until;
