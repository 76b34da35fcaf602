import type { FilesVerdict } from '../../scanning/watch/watch-files.ts';
import type { Finding } from '../../index.ts';

/** Takes out of the verdicts of a watch what a baseline accepts. */
export interface WatchFilter {
  /** Whether there is a baseline. */
  readonly isHeld: boolean;
  /** A verdict whose changes are those of what the baseline does not accept. */
  readonly apply: (verdict: FilesVerdict) => FilesVerdict;
  /** Whether a failure is accepted, by the verdict of which it was. */
  readonly isKnown: (finding: Finding) => boolean;
  /** How many failures of the last verdict are accepted. */
  readonly known: () => number;
}

/**
 * Reads the baseline that is named. A failure that it accepts, and that has another fault now, appears; one whose further fault
 * is repaired is gone.
 *
 * @throws PlimsollError what reading a baseline throws
 */
export async function prepareFilter(path: string | undefined): Promise<WatchFilter> {
  if (path === undefined) {
    return { isHeld: false, apply: (verdict) => verdict, isKnown: () => false, known: () => 0 };
  }
  const { holdAgainst, readBaseline } = await import('./baseline.ts');
  const baseline = await readBaseline(path);
  // What was gone from a verdict is judged by the one before.
  const accepted = new WeakSet<Finding>();
  const isKnown = (finding: Finding): boolean => accepted.has(finding);
  let known = 0;
  return {
    isHeld: true,
    isKnown,
    known: () => known,
    apply: (verdict) => {
      const { states, known: count } = holdAgainst(baseline, verdict.assessment);
      known = count;
      for (const [finding, state] of states) if (state === 'unchanged') accepted.add(finding);
      const { appeared, gone, reworded } = verdict;
      return {
        ...verdict,
        appeared: [
          ...appeared.filter((each) => !isKnown(each)),
          ...reworded.flatMap(({ before, after }) =>
            isKnown(before) && !isKnown(after) ? [after] : [],
          ),
        ],
        gone: [
          ...gone.filter((each) => !isKnown(each)),
          ...reworded.flatMap(({ before, after }) =>
            !isKnown(before) && isKnown(after) ? [before] : [],
          ),
        ],
        reworded: reworded.filter(({ before, after }) => !isKnown(before) && !isKnown(after)),
      };
    },
  };
}
