import { parentsOf } from '../../syntax/tar/entry-path.ts';
import type { Noted } from './read-layer-entry.ts';
import type { LayerSummary } from './read-layer.ts';

/** What was noted of the files of an image's layers together. */
export interface MergedView {
  /** Of the files that a container of the image would see, by path. */
  readonly files: ReadonlyMap<string, Noted>;
  /** Of those that it would not, since a later layer removes, replaces or hides them; anyone who pulls the image has them. */
  readonly hidden: readonly (readonly [path: string, noted: Noted])[];
}

/**
 * Lays layers over one another, lowest first: what a layer brings again, removes or hides is gone. A hard
 * link has what was noted of the file that it is another name of; where symbolic links lead, {@link linkedFiles} tells.
 */
export function mergeLayers(layers: readonly LayerSummary[]): MergedView {
  const view = new Map<string, Noted>();
  const hidden: (readonly [string, Noted])[] = [];
  for (const layer of layers) {
    const linked = new Map<string, Noted>();
    for (const [path, target] of layer.links) {
      const noted = layer.noted.get(target) ?? linked.get(target) ?? view.get(target);
      if (noted) linked.set(path, noted);
    }
    for (const [path, noted] of view) {
      if (!isCovered(path, layer)) continue;
      hidden.push([path, noted]);
      view.delete(path);
    }
    hidden.push(...layer.replaced);
    for (const [path, noted] of linked) view.set(path, noted);
    for (const [path, noted] of layer.noted) view.set(path, { ...view.get(path), ...noted });
  }
  return { files: view, hidden };
}

/** Whether a layer replaces, removes or hides a file of a layer below it. */
export function isCovered(path: string, { paths, removed, opaque }: LayerSummary): boolean {
  if (paths.has(path) || paths.has(`${path}/`) || removed.has(path) || opaque.has('')) return true;
  for (const parent of parentsOf(path)) {
    if (paths.has(parent) || removed.has(parent) || opaque.has(parent)) return true;
  }
  return false;
}
