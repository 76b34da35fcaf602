import { lstatSync } from 'node:fs';
import type { MountEntry } from '../../syntax/proc/mount-info.ts';
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

/** Where a host has the file systems that show its kernel. */
const points: ReadonlyMap<string, string> = new Map([
  ['proc', '/proc'],
  ['sysfs', '/sys'],
]);

/** Whether the kernel has a path under /proc or /sys, for a container whose root directory is seen at `root`. */
export type KernelHas = (path: string, root: string) => boolean;

/**
 * Asks the host for each path once, since all containers have the same kernel. A host that shows itself less of it than all is
 * not asked.
 *
 * @param mounts the host's own
 * @param hostRoot where its root directory is seen
 */
export function createKernelHas(mounts: readonly MountEntry[], hostRoot: string): KernelHas {
  const whole = mounts
    .filter(({ root, superOptions }) => root === '/' && !superOptions.includes('subset=pid'))
    .filter(({ fileSystem, point }) => points.get(fileSystem) === point)
    .map(({ point }) => point);
  const known = new Map<string, boolean>();
  return (path, root) => {
    if (!whole.some((point) => path.startsWith(`${point}/`))) return isThere(root + path);
    const found = known.get(path) ?? isThere(`${hostRoot === '/' ? '' : hostRoot}${path}`);
    known.set(path, found);
    return found;
  };
}

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/**
 * Of the paths that are to be kept from a container those that are open to it: no mount hides them, or none makes them
 * read-only. A path that the kernel does not have is open to nobody.
 *
 * @param mounts what is mounted in it
 * @param hasPath whether the kernel has a path
 */
export function openPaths(
  mounts: ReadonlyMap<string, MountInForce>,
  { masked, readOnly }: KeptPaths,
  hasPath: (path: string) => boolean,
): readonly OpenPath[] {
  const kernels = [...mounts.values()].filter(isKernels);
  const isOpen = ({ path, masked: hidden }: OpenPath): boolean => {
    const mount = nearest(mounts, path);
    // What something else lies over is no longer the kernel's.
    const own = mount !== undefined && isKernels(mount) && (hidden || !mount.readOnly);
    const isBelow = (each: MountInForce): boolean =>
      each.target.startsWith(`${path}/`) && (hidden || !each.readOnly);
    return (own && hasPath(path)) || kernels.some(isBelow);
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
