/**
 * Build arguments by name, each with its value; `undefined` where that is not known or may be a secret, so that nobody
 * knows with what a default is replaced.
 */
export type BuildArguments = ReadonlyMap<string, string | undefined>;

/** How something builds a Dockerfile. */
export interface Build {
  /** What it is given. */
  readonly given: BuildArguments;
  /** Name or number of the stage that is built; absent where it is the last. */
  readonly stage?: string;
}

/** A Dockerfile that something builds, and how. */
export interface BuiltFile extends Build {
  /** Its absolute path. */
  readonly path: string;
  /** Who runs nothing else than what is built; absent where that is not certain. */
  readonly runBy?: Runner;
}

/** A workload, and what its image decides for it. */
export interface Runner {
  /** Its id. */
  readonly id: string;
  readonly leaves: readonly LeftToImage[];
}

/** Facts that an image decides where the run says nothing of them. */
export type LeftToImage = 'user' | 'healthCheck';
