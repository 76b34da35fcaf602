import { posix } from 'node:path';

/** One import between two files of the house, by their paths from its root. */
export interface Import {
  readonly from: string;
  readonly to: string;
}

/** Folders beside one another that import each other in a circle. */
export interface FolderCircle {
  /** The folder in which they stand. */
  readonly inside: string;
  /** Their names; `*` stands for the files that lie in `inside` itself. */
  readonly folders: readonly string[];
  /** The imports that tie them together. */
  readonly imports: readonly Import[];
}

/** Why folders may not import each other in a circle. */
export const reason =
  'Folders in a circle are one room with a wall through it: none can be understood, moved or replaced without the others. dependency-cruiser sees circles of files, and of folders only where neither lies in the other.';

const loose = '*';

/**
 * Finds folders that import each other in a circle, at every level: for each folder its subfolders, each with all that is
 * below it, and its own files as one. The doors, files in `src` itself, are exempt: they re-export what lies anywhere.
 */
export function folderCircles(imports: readonly Import[]): readonly FolderCircle[] {
  const byParent = new Map<string, Map<string, Import[]>>();
  for (const each of imports) {
    for (const inside of sharedFolders(each)) {
      const [a, b] = [childIn(inside, each.from), childIn(inside, each.to)];
      const isDoor = inside === 'src' && (a === loose || b === loose);
      if (a === b || isDoor) continue;
      const ties = byParent.get(inside) ?? new Map<string, Import[]>();
      const key = JSON.stringify([a, b]);
      ties.set(key, [...(ties.get(key) ?? []), each]);
      byParent.set(inside, ties);
    }
  }
  return [...byParent].flatMap(([inside, ties]) => {
    const arrows = [...ties.keys()].map((key) => JSON.parse(key) as [string, string]);
    return circlesIn(arrows).map((folders) => ({
      inside,
      folders,
      imports: arrows
        .filter(([a, b]) => folders.includes(a) && folders.includes(b))
        .flatMap((arrow) => ties.get(JSON.stringify(arrow)) ?? []),
    }));
  });
}

/** The folders that both files lie in, at any depth. */
function sharedFolders({ from, to }: Import): readonly string[] {
  const shared: string[] = [];
  for (let at = posix.dirname(from); at !== '.'; at = posix.dirname(at)) {
    if (to.startsWith(`${at}/`)) shared.push(at);
  }
  return shared;
}

/** What a file lies in, seen from a folder above it. */
function childIn(folder: string, file: string): string {
  const [child = '', ...below] = file.slice(folder.length + 1).split('/');
  return below.length === 0 ? loose : child;
}

/** The strongly connected components of more than one node, as Tarjan finds them. */
function circlesIn(arrows: readonly (readonly [string, string])[]): readonly (readonly string[])[] {
  const next = new Map<string, string[]>();
  for (const [a, b] of arrows) next.set(a, [...(next.get(a) ?? []), b]);
  const order = new Map<string, number>();
  const open: string[] = [];
  const circles: (readonly string[])[] = [];
  const visit = (node: string): number => {
    const own = order.size;
    order.set(node, own);
    let low = own;
    open.push(node);
    for (const each of next.get(node) ?? []) {
      if (!order.has(each)) low = Math.min(low, visit(each));
      else if (open.includes(each)) low = Math.min(low, order.get(each) ?? low);
    }
    if (low === own) {
      const circle = open.splice(open.indexOf(node));
      if (circle.length > 1) circles.push(circle.toSorted());
    }
    return low;
  };
  for (const node of next.keys()) if (!order.has(node)) visit(node);
  return circles;
}
