import { limits } from '../../syntax/tar/archive-limits.ts';
import { isCovered } from './merge-layers.ts';
import type { LayerSummary } from './read-layer.ts';

/** What lies at a path; everything that is neither a directory nor a symbolic link is a file. */
type Lying = 'file' | 'directory' | 'link' | null;

/** Where paths lead in layers that lie over one another. */
export interface LayeredTree {
  /** What lies there, its own name not followed; `null` also for a directory that no layer names. */
  readonly at: (path: string) => Lying;
  /** Where a path leads once each symbolic link in it is followed; `null` when they lead in a circle. */
  readonly real: (path: string) => string | null;
}

/** As many links as Linux follows for one path. */
const hopsAtMost = 40;

/** The tree of layers, lowest first; nothing is unfolded, each question is put to the layers themselves. */
export function layeredTree(layers: readonly LayerSummary[]): LayeredTree {
  const topFirst = layers.toReversed();
  const at = (path: string): Lying => {
    for (const layer of topFirst) {
      if (layer.symlinks.has(path)) return 'link';
      if (layer.paths.has(path)) return 'file';
      if (layer.paths.has(`${path}/`)) return 'directory';
      if (isCovered(path, layer)) return null;
    }
    return null;
  };
  const targetOf = (path: string): string | undefined => {
    const layer = topFirst.find(({ symlinks }) => symlinks.has(path));
    return layer && at(path) === 'link' ? layer.symlinks.get(path) : undefined;
  };
  const real = (path: string): string | null => {
    const left = path.split('/').toReversed();
    let done = '';
    for (let hops = 0; left.length > 0;) {
      const part = left.pop() ?? '';
      if (part === '' || part === '.') continue;
      const folder = done;
      done = part === '..' ? above(done) : join(done, part);
      const target = part === '..' ? undefined : targetOf(done);
      if (target === undefined) continue;
      if ((hops += 1) > hopsAtMost || target.length > limits.pathBytes) return null;
      left.push(...target.split('/').toReversed());
      done = target.startsWith('/') ? '' : folder;
    }
    return done;
  };
  return { at, real };
}

const above = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** A path below a directory; `''` is the root. */
export const join = (folder: string, rest: string): string =>
  folder === '' ? rest : `${folder}/${rest}`;
