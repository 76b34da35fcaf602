/** How much may still be followed. */
export interface FollowBudget {
  /** Takes some of it, in files that are looked at or put somewhere. */
  readonly spend: (files: number) => void;
  /** Whether there is nothing left, so that more may happen than what was followed. */
  readonly isSpent: () => boolean;
  /** Whether what may have come out of an archive, and from elsewhere as well, counts as out of it. */
  readonly isGuessing: boolean;
}

/** A build of a hundred stages that each copy a hundred files is within it. */
const enough = 20_000;

/** Looking at a file is so much cheaper than putting one somewhere. */
export const looked = 0.02;

/**
 * A budget for the files of one build.
 *
 * @param isGuessing as {@link FollowBudget} has it
 */
export function createBudget(isGuessing = false): FollowBudget {
  let left = enough;
  return {
    spend(files) {
      left -= files;
    },
    isSpent: () => left <= 0,
    isGuessing,
  };
}
