/** What a control said of a subject. */
export const findingStatuses = [
  'pass',
  'fail',
  'unknown',
  'error',
  'not-applicable',
  'manual',
] as const;

/** One of {@link findingStatuses}. */
export type FindingStatus = (typeof findingStatuses)[number];
