/** What the process ends with; see the README. */
export const exitCodes = {
  /** Nothing failed at or over the threshold. */
  ok: 0,
  /** There are findings at or over the threshold. */
  findings: 1,
  /** The tool could not do what was asked. */
  trouble: 2,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
