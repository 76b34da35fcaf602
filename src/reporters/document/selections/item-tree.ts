import type { RequirementEntry } from '../../model/entries/requirement.ts';
import type { Report } from '../../model/report.ts';

/** A requirement with those below it. */
export interface ItemNode {
  readonly entry: RequirementEntry;
  readonly below: readonly ItemNode[];
}

/** The requirements as a tree, by their depth. */
export function itemTree({ requirements }: Report): readonly ItemNode[] {
  const roots: ItemNode[] = [];
  const path: ItemNode[][] = [roots];
  for (const entry of requirements) {
    const below: ItemNode[] = [];
    const depth = Math.min(entry.depth, path.length - 1);
    path[depth]?.push({ entry, below });
    path.splice(depth + 1, Infinity, below);
  }
  return roots;
}

/** All items below a node that have a result, itself among them where it is one. */
export const itemsOf = ({ entry, below }: ItemNode): readonly RequirementEntry[] => [
  ...(entry.group ? [] : [entry]),
  ...below.flatMap(itemsOf),
];
