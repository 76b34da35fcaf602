import type { Expected } from '../../support/judge-harvest.ts';

/** A host that is made of files, and what is true of it. */
export interface HostCase {
  readonly name: string;
  /** By path, what each holds; `null` takes one away that every such host has. */
  readonly files?: Readonly<Record<string, string | null>>;
  /** By path, where each leads. */
  readonly links?: Readonly<Record<string, string>>;
  /** Shell lines that are run in its root. */
  readonly shell?: string;
  readonly expect: Expected;
}
