import type { FindingStatus } from './finding-status.ts';

const oneDay = 86_400_000;

/**
 * The last instant at which evidence that was read at `collectedAt` holds, ISO 8601 UTC, when it holds for `days`;
 * absent when nobody said how long it holds.
 */
export function expiresAt(collectedAt: string, days: number | undefined): string | undefined {
  if (days === undefined) return undefined;
  return new Date(Date.parse(collectedAt) + days * oneDay).toISOString();
}

/** Whether evidence no longer holds on a day, ISO 8601 UTC; the day on which it ends is its last. */
export function isStale(collectedAt: string, days: number | undefined, at: string): boolean {
  const expires = expiresAt(collectedAt, days);
  return expires !== undefined && at.slice(0, 10) > expires.slice(0, 10);
}

/**
 * Whether a status is known no more once its evidence holds no longer: that something was in order then says nothing
 * of now, while a failure stays one until somebody looks again.
 */
export const lapsesWithTime = (status: FindingStatus): boolean =>
  status === 'pass' || status === 'not-applicable';

/** Whether a finding said that something was in order, on evidence that holds no longer. */
export const isLapsed = ({
  status,
  stale,
}: {
  readonly status: FindingStatus;
  readonly stale?: boolean | undefined;
}): boolean => stale === true && lapsesWithTime(status);
