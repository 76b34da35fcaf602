import { lstatSync } from 'node:fs';
import type { MountInForce } from './mounts-in-force.ts';

/** Paths under /proc and /sys that are to be hidden from a container, and those that it may read alone. */
export interface KeptPaths {
  readonly masked: readonly string[];
  readonly readOnly: readonly string[];
}

/**
 * Of the paths that are to be kept from a container those that are open to it: no mount hides them, or none makes them
 * read-only. A path that the kernel does not have is open to nobody.
 *
 * @param mounts what is mounted in it
 * @param root where its root directory is seen
 */
export function openPaths(
  mounts: ReadonlyMap<string, MountInForce>,
  { masked, readOnly }: KeptPaths,
  root: string,
): readonly string[] {
  const isOpen = (path: string, isMasked: boolean): boolean => {
    const mount = nearest(mounts, path);
    // What something else lies over is no longer the kernel's.
    if (mount === undefined || !['proc', 'sysfs'].includes(mount.fileSystem)) return false;
    return isMasked || !mount.readOnly;
  };
  return [
    ...masked.filter((path) => isOpen(path, true)),
    ...readOnly.filter((path) => isOpen(path, false)),
  ].filter((path) => lstatSync(`${root}${path}`, { throwIfNoEntry: false }) !== undefined);
}

/** The mount that a path leads into. */
function nearest(
  mounts: ReadonlyMap<string, MountInForce>,
  path: string,
): MountInForce | undefined {
  for (let folder = path; folder !== ''; folder = folder.slice(0, folder.lastIndexOf('/'))) {
    const mount = mounts.get(folder);
    if (mount !== undefined) return mount;
  }
  return mounts.get('/');
}
