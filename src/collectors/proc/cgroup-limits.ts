import { basename } from 'node:path';
import type { MountEntry } from '../../syntax/proc/mount-info.ts';
import { parseProcessCgroups } from '../../syntax/proc/process-cgroups.ts';
import {
  least,
  nearestOf,
  type CgroupSetting,
  type LimitRead,
  type LimitsRead,
} from './cgroup-held.ts';
import { version1, version2, type Setting } from './cgroup-settings.ts';
import { readProc, unlessGone } from './read-proc.ts';

/** Where a hierarchy is mounted on the host. */
interface Hierarchy {
  readonly settings: readonly Setting[];
  /** Whether it is the one of version 2. */
  readonly isUnified: boolean;
  readonly point: string;
  readonly root: string;
}

/** Reads the limits of cgroups, each file once. */
export interface CgroupReader {
  /**
   * The limits in force on a process, by its cgroup and all above it, and those that are a container's own: of the cgroups from
   * the process's up to the container's. Of a process outside of that, its own cgroup's alone.
   *
   * @param cgroups the text of its /proc/PID/cgroup
   * @param container id of the container
   * @param withRates whether those of disks are wanted, which few have and which are in files of their own
   */
  readonly limitsOn: (
    cgroups: string,
    container: string,
    withRates?: boolean,
  ) => {
    readonly inForce: LimitsRead;
    readonly own: LimitsRead;
  };
}

/**
 * Opens the host's cgroups for any number of processes.
 *
 * @param mounts the host's own
 * @param hostRoot where its root directory is seen
 */
export function openCgroups(mounts: readonly MountEntry[], hostRoot: string): CgroupReader {
  const hierarchies = hierarchiesOf(mounts);
  const above = hostRoot === '/' ? '' : hostRoot;
  const texts = new Map<string, string | undefined>();
  const textOf = (path: string): string | undefined => {
    if (!texts.has(path)) {
      texts.set(path, unlessGone(() => readProc(`${above}${path}`))?.trim());
    }
    return texts.get(path);
  };
  const readAt = ({ files, of }: Setting, folder: string): LimitRead | undefined => {
    const found = files.map((file) => textOf(`${folder}/${file}`));
    if (found.includes(undefined)) return undefined;
    const value = of(...found.map((text) => text ?? ''));
    return value === undefined ? undefined : { value, path: `${folder}/${files[0] ?? ''}` };
  };
  /** The folders whose limits hold: in version 1 memory may be counted in each cgroup by itself. */
  const holding = (folders: readonly string[], { controller }: Setting): readonly string[] => {
    if (controller !== 'memory') return folders;
    const last = folders.findIndex(
      (_, at) => textOf(`${folders[at + 1] ?? ''}/memory.use_hierarchy`) === '0',
    );
    return last < 0 ? folders : folders.slice(0, last + 1);
  };
  const limitsOn = (cgroups: string, container: string, withRates = false) => {
    const inForce = new Map<CgroupSetting, LimitRead>();
    const own = new Map<CgroupSetting, LimitRead>();
    for (const { controllers, path } of parseProcessCgroups(cgroups)) {
      for (const { settings, isUnified, point, root } of hierarchies) {
        const isIts = isUnified ? controllers.length === 0 : true;
        const wanted = settings.filter(
          ({ controller, key }) =>
            isIts &&
            (controller === '' || controllers.includes(controller)) &&
            (withRates || key !== 'diskRates'),
        );
        if (
          wanted.length === 0 ||
          !(path === root || root === '/' || path.startsWith(`${root}/`))
        ) {
          continue;
        }
        const folders = foldersUp(point, root === '/' ? path : path.slice(root.length));
        const containers = folders.findIndex((folder) => basename(folder).includes(container));
        for (const setting of wanted) {
          const { key, held = nearestOf, isContainers } = setting;
          const lowest = isContainers && containers > 0 ? containers : 0;
          const read = setting.held ? holding(folders, setting) : folders.slice(0, lowest + 1);
          const found = read.map((folder) => readAt(setting, folder));
          // In the root of a hierarchy nothing is limited, and no file says so.
          const isFree = folders.length === 1 && held === least;
          const nearest = found[lowest] ?? (isFree ? { value: 0, path: point } : undefined);
          if (nearest === undefined) continue;
          const isRead = (each: LimitRead | undefined) => each !== undefined;
          const ofContainer = found.slice(lowest, Math.max(containers, lowest) + 1).filter(isRead);
          const outermost = ofContainer.at(-1) ?? nearest;
          own.set(key, held(ofContainer) ?? outermost);
          inForce.set(key, held(found.slice(lowest).filter(isRead)) ?? outermost);
        }
      }
    }
    return { inForce, own };
  };
  return { limitsOn };
}

/** Where the host has its cgroups. A controller is in one hierarchy: where version 1 has it, version 2 says nothing of it. */
function hierarchiesOf(mounts: readonly MountEntry[]): readonly Hierarchy[] {
  const first = mounts.flatMap(({ fileSystem, superOptions, point, root }): Hierarchy[] => {
    if (fileSystem !== 'cgroup') return [];
    const settings = version1.filter(({ controller }) => superOptions.includes(controller));
    return settings.length === 0 ? [] : [{ settings, isUnified: false, point, root }];
  });
  const taken = new Set(first.flatMap(({ settings }) => settings.map(({ key }) => key)));
  const unified = version2.filter(({ key }) => !taken.has(key));
  return [
    ...first,
    ...mounts
      .filter(({ fileSystem }) => fileSystem === 'cgroup2')
      .map(({ point, root }): Hierarchy => ({ settings: unified, isUnified: true, point, root })),
  ];
}

/** A cgroup's folder and those above it, up to where the hierarchy is mounted. */
function foldersUp(point: string, path: string): readonly string[] {
  const names = path.split('/').filter((name) => name !== '');
  return names
    .map((_, at) => `${point}/${names.slice(0, names.length - at).join('/')}`)
    .concat(point);
}
