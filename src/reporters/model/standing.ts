import type { Finding } from '../../core/assessment/assessment.ts';
import { isLapsed } from '../../core/assessment/freshness.ts';
import type { FindingStatus } from '../../core/assessment/finding-status.ts';
import type { Severity } from '../../core/controls/severity.ts';
import type { RequirementStatus, Tally } from '../../core/frameworks/rollup.ts';
import type { Look, Standing, StandingCount, Tone } from './entries/count.ts';
import type { Voice } from './voice.ts';

/** Every way in which a finding can stand, in the order of reading. */
export const standings = [
  'fail',
  'unknown',
  'error',
  'stale',
  'waived',
  'compensated',
  'manual',
  'not-applicable',
  'pass',
] as const satisfies readonly Standing[];

export const standingTones = {
  fail: 'bad',
  unknown: 'doubt',
  error: 'doubt',
  stale: 'doubt',
  waived: 'conditional',
  compensated: 'conditional',
  manual: 'doubt',
  'not-applicable': 'plain',
  pass: 'good',
} as const satisfies Record<Standing, Tone>;

export const requirementTones = {
  'not-satisfied': 'bad',
  undetermined: 'doubt',
  'accepted-with-waiver': 'conditional',
  'accepted-with-compensating-control': 'conditional',
  weakened: 'doubt',
  'not-applicable': 'plain',
  satisfied: 'good',
  supported: 'conditional',
  'context-only': 'plain',
  'not-tested': 'plain',
  attested: 'conditional',
  'not-assessed': 'plain',
} as const satisfies Record<RequirementStatus, Tone>;

const decided: ReadonlySet<RequirementStatus> = new Set<RequirementStatus>([
  'not-satisfied',
  'accepted-with-waiver',
  'accepted-with-compensating-control',
  'weakened',
  'satisfied',
  'supported',
]);

/** Whether controls that bear on a requirement came to a result; a person’s word alone is no test. */
export const isDecided = (status: RequirementStatus): boolean => decided.has(status);

export const severityTones = {
  critical: 'bad',
  high: 'bad',
  medium: 'doubt',
  low: 'plain',
} as const satisfies Record<Severity, Tone>;

/** The same for drawings, in which no two may look alike. */
export const severityLooks = {
  critical: 'bad',
  high: 'severe',
  medium: 'doubt',
  low: 'plain',
} as const satisfies Record<Severity, Look>;

/** How a finding is counted. */
export function standingOf(finding: Finding): Standing {
  if (isLapsed(finding)) return 'stale';
  if (finding.status !== 'fail' || finding.waiver === undefined) return finding.status;
  return finding.waiver.compensatingControl === undefined ? 'waived' : 'compensated';
}

const countOf = {
  fail: (tally) => tally.fail,
  unknown: (tally) => tally.unknown,
  error: (tally) => tally.error,
  stale: (tally) => tally.stale,
  waived: (tally) => tally.waived - tally.compensated,
  compensated: (tally) => tally.compensated,
  manual: (tally) => tally.manual,
  'not-applicable': (tally) => tally.notApplicable,
  pass: (tally) => tally.pass,
} as const satisfies Record<FindingStatus | Standing, (tally: Tally) => number>;

/** A tally in words, with every standing in it; the denominator is the sum. */
export function countStandings(tally: Tally, voice: Voice): readonly StandingCount[] {
  const of = standings.reduce((sum, standing) => sum + countOf[standing](tally), 0);
  return standings.map((standing) => ({
    standing,
    label: voice.say(`status.${standing}`),
    tone: standingTones[standing],
    count: countOf[standing](tally),
    of,
  }));
}

/** The same, less the standings that do not occur. */
export const shortTally = (tally: Tally, voice: Voice): readonly StandingCount[] =>
  countStandings(tally, voice).filter(({ count }) => count > 0);

/** How many findings of a report stand in some of the ways. */
export const countIn = (
  { findings }: { readonly findings: readonly StandingCount[] },
  ...wanted: readonly Standing[]
): number =>
  findings.reduce((sum, { standing, count }) => sum + (wanted.includes(standing) ? count : 0), 0);
