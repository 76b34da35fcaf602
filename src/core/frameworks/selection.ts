import type { Framework } from './framework.ts';
import type { Mapping } from './mapping.ts';

/** A framework to judge by: with its mappings, and at one of its levels or whole. */
export interface FrameworkSelection {
  readonly framework: Framework;
  readonly mappings: readonly Mapping[];
  readonly level?: string | undefined;
}
