/** Something that is not as it was written. */
export interface FleetProblem {
  /** Of which host; empty where it is of none. */
  readonly host: string;
  readonly seq: number;
  readonly problem: string;
}

/** What work comes to; `undefined` where it throws. */
export function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
