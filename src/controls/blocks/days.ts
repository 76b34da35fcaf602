const millisecondsPerDay = 86_400_000;

/** Whole and broken days from one instant (ISO 8601) to another; negative when the second comes first. */
export const daysBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / millisecondsPerDay;

/** Whether an instant lies in the future of another, by more than clocks and time zones differ. */
export const liesAhead = (instant: string, of: string): boolean => daysBetween(instant, of) < -1;
