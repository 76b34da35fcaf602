import type { Gap } from './gap.ts';
import { keysOf } from './pointer.ts';

/** The gaps of a subject by their path, so that a walk down into its facts meets them. */
export interface GapTree {
  gap: Gap | undefined;
  /** Absent where there are none: a map for each would be most of the tree. */
  below: Map<string, GapTree> | undefined;
}

/** Lays gaps out as a tree; `undefined` when there is none. */
export function gapTree(gaps: readonly Gap[]): GapTree | undefined {
  if (gaps.length === 0) return undefined;
  const root: GapTree = { gap: undefined, below: undefined };
  for (const gap of gaps) {
    let at = root;
    for (const key of keysOf(gap.path)) {
      at.below ??= new Map();
      let next = at.below.get(key);
      if (next === undefined) at.below.set(key, (next = { gap: undefined, below: undefined }));
      at = next;
    }
    at.gap ??= gap;
  }
  return root;
}

/** The first gap at or below a place; `undefined` when there is none. */
export function firstGap(of: GapTree): Gap | undefined {
  if (of.gap) return of.gap;
  for (const next of of.below?.values() ?? []) {
    const gap = firstGap(next);
    if (gap) return gap;
  }
  return undefined;
}
