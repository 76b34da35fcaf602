import type { NamedContexts } from './named-contexts.ts';

/**
 * Build arguments by name, each with its value; `undefined` where that is not known or may be a secret, so that nobody
 * knows with what a default is replaced.
 */
export type BuildArguments = ReadonlyMap<string, string | undefined>;

/** What a build lets each RUN do that does not say so itself. */
export interface BuildRights {
  /** The network that it is on; absent for the usual one. */
  readonly network?: string | undefined;
  /** Whether it runs with every right. */
  readonly insecure?: boolean;
}

/** How something builds a Dockerfile. */
export interface Build extends BuildRights {
  /** What it has in the place of stages and images. */
  readonly contexts?: NamedContexts | undefined;
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

/** A build file that another file names. */
export interface NamedBuild {
  /** Where and as what it is named, as a message begins: `compose.yaml:3:5: services.web`. */
  readonly by: string;
  /** The file that names it, as messages call it. */
  readonly in: string;
  readonly file: BuildFile;
}

/** A build file: here, in a context that would be fetched, or wherever variables without a value say. */
export type BuildFile =
  | {
      readonly at: 'path';
      /** Absolute. */
      readonly path: string;
      /** Whether it has the name that builders look for by themselves. */
      readonly isUsual: boolean;
    }
  | { readonly at: 'elsewhere' }
  | { readonly at: 'unknown' };
