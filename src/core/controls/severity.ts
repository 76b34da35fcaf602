/** How bad a failure is, worst first: impact × exposure, by the method in docs/severity.md. */
export const severities = ['critical', 'high', 'medium', 'low'] as const;

/** How bad a failure is; {@link severities} has the order. */
export type Severity = (typeof severities)[number];
