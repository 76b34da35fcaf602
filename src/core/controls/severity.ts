/** How bad a failure is, worst first: impact × exposure, by the method in docs/severity.md. */
export const severities = ['critical', 'high', 'medium', 'low'] as const;

/** How bad a failure is; {@link severities} has the order. */
export type Severity = (typeof severities)[number];

/** What is gained when a control fails, worst first; `docs/severity.md` says what each word means. */
export const impacts = ['takeover', 'breach', 'disruption', 'weakness'] as const;

/** What is gained when a control fails; `impacts` has the order. */
export type Impact = (typeof impacts)[number];

/** What else must be true before it is gained, least first; `docs/severity.md` says what each word means. */
export const exposures = ['open', 'one step', 'remote'] as const;

/** What else must be true before it is gained; `exposures` has the order. */
export type Exposure = (typeof exposures)[number];

/** How a control is rated; its severity follows, see `ratedSeverity`. */
export type Rating = readonly [Impact, Exposure];

/** The table of docs/severity.md. */
const rated = {
  takeover: { open: 'critical', 'one step': 'high', remote: 'medium' },
  breach: { open: 'high', 'one step': 'high', remote: 'medium' },
  disruption: { open: 'medium', 'one step': 'medium', remote: 'low' },
  weakness: { open: 'low', 'one step': 'low', remote: 'low' },
} as const satisfies Record<Impact, Record<Exposure, Severity>>;

/** The severity that follows from a rating. */
export const ratedSeverity = ([impact, exposure]: Rating): Severity => rated[impact][exposure];
