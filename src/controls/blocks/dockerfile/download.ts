import type { Doubt } from '../../../build-analysis/fetching/doubt.ts';
import type { DockerfileFacts } from '../../../core/subjects/dockerfile.ts';
import type { Copy } from './fail-on-line.ts';
import type { Start } from './started-downloads.ts';
import type { Use } from './unknown-downloads.ts';

type Run = DockerfileFacts['runs'][number];

/** Files that a RUN, the same or a later one, uses without anything having verified them since they were fetched. */
interface Fetched {
  readonly by: 'RUN';
  readonly use: Exclude<Use, 'started'>;
  /** The one that uses them. */
  readonly run: Run;
  /** The words there that name them. */
  readonly words: readonly string[];
}

/** Files that a COPY makes programs which another stage fetched, and nothing verified. */
interface Copied {
  readonly by: 'COPY';
  readonly copy: Copy;
}

/** Files that a RUN fetches and nothing verified, which containers of the image start with. */
interface Started {
  readonly by: 'CMD';
  /** What containers run by themselves that uses one. */
  readonly start: Start;
}

/** An ADD without a checksum, whatever it brings. */
interface Added {
  readonly by: 'ADD';
  readonly copy: Copy;
  /** What becomes of what it brings, if that comes from an address, without anything having verified it. */
  readonly use: () => Use | undefined;
}

/** More files than are followed. */
interface Unfollowed {
  readonly by: 'more';
}

/** Files that are used which may be out of an archive that nothing verified, or from elsewhere. */
interface Guessed {
  readonly by: 'guess';
}

/** What of the downloads of a build is not known. */
interface Doubted {
  readonly by: 'doubt';
  readonly doubt: Doubt;
}

/** What a stage fetches, and what may become of it. */
export type Download = Fetched | Copied | Started | Added | Unfollowed | Guessed | Doubted;
