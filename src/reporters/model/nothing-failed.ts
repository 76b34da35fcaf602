import type { Say } from '../locale/translate.ts';
import type { Report } from './report.ts';
import { countIn } from './standing.ts';

/** Whether nothing could be decided of what was to be judged: that nothing failed is no good news then. */
export const isUndecided = ({ result }: Pick<Report, 'result'>): boolean =>
  countIn(result, 'unknown', 'error', 'stale') > 0 &&
  countIn(result, 'pass', 'fail', 'waived', 'compensated') === 0;

/** Whether there was nothing that any control is about. */
const isEmpty = ({ result }: Pick<Report, 'result'>): boolean =>
  result.findings.every(({ standing, count }) => count === 0 || standing === 'not-applicable');

/** What is said where nothing failed. */
export function nothingFailed(report: Pick<Report, 'result'>, say: Say): string {
  if (isEmpty(report)) return say('result.nothing-judged');
  return say(isUndecided(report) ? 'result.nothing-decided' : 'result.no-failures');
}
