import type { FindingStatus } from '../../../core/assessment/finding-status.ts';

/**
 * How a part of a drawing looks, distinguishable without its colour: a tone, or beside it `severe` for what is as bad
 * but not the same, and `none` for what means neither good nor bad.
 */
export type Look = Tone | 'severe' | 'none';

/** How something stands, for colour; never the only sign of it. */
export type Tone = 'bad' | 'doubt' | 'conditional' | 'good' | 'plain';

/** How a finding is counted: its status, with waived failures and what holds no longer apart. */
export type Standing = FindingStatus | 'waived' | 'compensated' | 'stale';

/** How many findings stand in one way. */
export interface StandingCount extends Count {
  readonly standing: Standing;
}

/** One line of a tally: so many of so many. */
export interface Count {
  readonly label: string;
  readonly tone: Tone;
  readonly count: number;
  readonly of: number;
}
