import { lstatSync } from 'node:fs';
import type { MountInForce } from './mounts-in-force.ts';

/** Paths under /proc and /sys that are to be hidden from a container, and those that it may read alone. */
export interface KeptPaths {
  readonly masked: readonly string[];
  readonly readOnly: readonly string[];
}

/** A path that is open to a container and was to be kept from it. */
export interface OpenPath {
  readonly path: string;
  /** Whether it was to be hidden; else to be read alone. */
  readonly masked: boolean;
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
): readonly OpenPath[] {
  const kernels = [...mounts.values()].filter(isKernels);
  const isOpen = ({ path, masked: hidden }: OpenPath): boolean => {
    const mount = nearest(mounts, path);
    // What something else lies over is no longer the kernel's.
    const own = mount !== undefined && isKernels(mount) && (hidden || !mount.readOnly);
    const isBelow = (each: MountInForce): boolean =>
      each.target.startsWith(`${path}/`) && (hidden || !each.readOnly);
    return (
      (own && lstatSync(`${root}${path}`, { throwIfNoEntry: false }) !== undefined) ||
      kernels.some(isBelow)
    );
  };
  // Another view of all that the kernel shows has no mask, and can be written.
  const elsewhere = kernels.filter(
    ({ target, readOnly: isReadOnly }) => !isReadOnly && !/^\/(?:proc|sys)(?:\/|$)/.test(target),
  );
  return [
    ...elsewhere.map(({ target }) => ({ path: target, masked: true })),
    ...masked.map((path) => ({ path, masked: true })).filter(isOpen),
    ...readOnly.map((path) => ({ path, masked: false })).filter(isOpen),
  ];
}

const isKernels = ({ fileSystem }: MountInForce): boolean =>
  fileSystem === 'proc' || fileSystem === 'sysfs';

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
