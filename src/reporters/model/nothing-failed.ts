import type { Say } from '../say.ts';
import type { Report } from './report.ts';
import { countIn } from './standing.ts';

/** Whether nothing could be decided of what was to be judged: that nothing failed is no good news then. */
export const isUndecided = ({ result }: Pick<Report, 'result'>): boolean =>
  countIn(result, 'unknown', 'error', 'stale') > 0 &&
  countIn(result, 'pass', 'fail', 'waived', 'compensated') === 0;

/** What is said where nothing failed. */
export const nothingFailed = (report: Pick<Report, 'result'>, say: Say): string =>
  say(isUndecided(report) ? 'result.nothing-decided' : 'result.no-failures');
