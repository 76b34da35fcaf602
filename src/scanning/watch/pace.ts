/** Milliseconds that changes are gathered for, so that what belongs together is read together. */
const together = 10;
/** Milliseconds between two readings where there were many. */
const whenBusy = 1_000;
/** Readings in a second that are many. */
const many = 20;

/**
 * How long to wait before the next reading: hardly, so that a single change is known at once, and longer as soon as there
 * were many.
 *
 * @param begun when the last readings began, milliseconds, the newest last
 */
export function pause(begun: readonly number[], now: number): number {
  const lately = begun.filter((at) => now - at < 1_000);
  return lately.length >= many ? whenBusy : together;
}

/** The times that still count. */
export const lately = (begun: readonly number[]): readonly number[] => begun.slice(-many);
