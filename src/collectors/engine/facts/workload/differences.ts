import type { CgroupSetting } from '../../../proc/cgroup-held.ts';
import { isOver, type InForce } from '../../../proc/in-force.ts';
import { spellSize } from '../../../../syntax/spell-size.ts';
import { isBelow } from '../../../../syntax/proc/mount-info.ts';
import {
  isMissing,
  more,
  read,
  sourced,
  whyMissing,
  type More,
  type Sourced,
} from '../../../gathering/partial-facts.ts';
import { parseSecurityOptions } from '../../../workload/security-options.ts';
import type { RawContainer } from '../../api-schemas/container.ts';
import { accessOf, none, ofProcesses, strictly, type Difference } from './difference.ts';
import { isUnconfined } from './security.ts';
import { limitSettings, otherLimit } from './limits-in-force.ts';
import { rootSeen } from './root-in-force.ts';
import { isOtherSize, isSmaller, ownSharedMemory } from './shared-memory.ts';
import { guardsLost, guardsOf } from './tmpfs-guards.ts';

const names: Readonly<Record<CgroupSetting, string>> = {
  memoryBytes: 'memory',
  memoryReservationBytes: 'memory-reservation',
  memorySwapBytes: 'memory-swap',
  oomKillDisabled: 'oom-kill-disable',
  cpus: 'cpus',
  cpuShares: 'cpu-shares',
  cpuset: 'cpuset-cpus',
  pidsLimit: 'pids-limit',
  openDevices: 'device-cgroup-rule',
  diskRates: 'device-rates',
};

const bytes: ReadonlySet<CgroupSetting> = new Set([
  'memoryBytes',
  'memoryReservationBytes',
  'memorySwapBytes',
]);

const spellIn = (setting: CgroupSetting, value: number | string): string =>
  bytes.has(setting) ? inBytes(value) : spell(value);

/** What is in force in a container otherwise than it was made, less its mounts. */
export function otherDifferences(
  container: RawContainer,
  inForce: InForce,
  statusPath: string,
): (Sourced<Difference> | More)[] {
  const { HostConfig: host } = container;
  const { limits: allLimits, ownLimits, ulimits } = inForce;
  const mountinfo = { kind: 'file', path: statusPath.replace(/status$/, 'mountinfo') } as const;
  const firstLimits = statusPath.replace(/status$/, 'limits');
  const found: (Sourced<Difference> | More)[] = [
    ...openedSince(container, inForce),
    ...rootDifference(container, inForce),
    ...memoryDifference(container, inForce).map((each) => sourced(each, mountinfo)),
    ...interfaceDifference(inForce, statusPath.replace(/status$/, 'net/dev')),
    ...inForce.otherNamespaces.map((each) => {
      if ('reason' in each) return more(each);
      const { kind: setting, owner, holders, link } = each;
      return sourced(
        { setting, configured: 'private', inForce: owner, ...ofProcesses(holders) },
        { kind: 'file', path: `/proc/${link}` },
      );
    }),
  ];
  if (!isMissing(ownLimits) && !isMissing(allLimits)) {
    for (const setting of limitSettings) {
      // What its parent holds it to it was given; and where its own is gone, its parent's is in force.
      if (otherLimit(ownLimits, setting, host) === undefined) continue;
      const other = otherLimit(allLimits, setting, host);
      if (other === undefined || isMissing(other.configured)) continue;
      found.push(
        sourced(
          {
            setting: names[setting],
            configured: spellIn(setting, other.configured),
            inForce: spellIn(setting, other.value),
            ...strictly(other.isStricter),
            ...ofProcesses(other.holders),
          },
          { kind: 'file', path: other.path },
        ),
      );
    }
  }
  const asked = read(() => host.Ulimits.map(({ Name, Soft, Hard }) => ({ Name, Soft, Hard })));
  if (isMissing(asked) || isMissing(ulimits)) return found;
  for (const { Name: name, Soft, Hard } of asked) {
    const limit = ulimits.find((each) => each.name === name);
    // A process may take less than it was given, and what it is held to softly it sets itself: that is no other's doing.
    if (limit === undefined || !isOver(limit.hard, Hard)) continue;
    const ownLimit = `/proc/${limit.holder.pid}/limits`;
    found.push(
      sourced(
        {
          setting: `ulimit ${name}`,
          configured: `${spell(Soft)}:${spell(Hard)}`,
          inForce: `${spell(limit.soft)}:${spell(limit.hard)}`,
          ...ofProcesses(ownLimit === firstLimits ? undefined : [limit.holder]),
        },
        { kind: 'file', path: ownLimit },
      ),
    );
  }
  return found;
}

/** Paths that it was to be kept from, each once. That it is kept from more than was asked for is no matter. */
function openedSince(container: RawContainer, { openPaths }: InForce): Sourced<Difference>[] {
  const { HostConfig: host } = container;
  const wasOpen = read(() => isUnconfined(host, parseSecurityOptions(host.SecurityOpt)));
  if (wasOpen !== false || isMissing(openPaths)) return [];
  const targets = read(() => container.Mounts.map(({ Destination }) => Destination));
  const wasAsked = (path: string): boolean =>
    !isMissing(targets) && !isKernels(path) && targets.some((target) => isBelow(path, target));
  const each = new Map(openPaths.toReversed().map((open) => [open.path, open]));
  const found = [...each.values()].filter(({ path }) => !wasAsked(path));
  return found.toReversed().map(({ path, masked, folder, holders }) =>
    sourced(
      {
        setting: path,
        // Of a view of the kernel's elsewhere nothing was asked for.
        configured: isKernels(path) ? (masked ? 'masked' : accessOf(true)) : none,
        inForce: masked ? 'open' : accessOf(false),
        ...ofProcesses(holders),
      },
      { kind: 'file', path: `/proc/${folder}/mountinfo` },
    ),
  );
}

/** What a container that was to have no network has all the same. */
function interfaceDifference({ addedInterfaces }: InForce, path: string) {
  if (isMissing(addedInterfaces)) return [more(whyMissing(addedInterfaces))];
  return addedInterfaces.map((name) =>
    sourced(
      { setting: 'network', configured: none, inForce: `interface ${name}` },
      { kind: 'file', path },
    ),
  );
}

/** Whether a path lies where a container has what the kernel shows. */
const isKernels = (path: string): boolean => /^\/(?:proc|sys)(?:\/|$)/.test(path);

/** The root filesystem, where the first process can write it other than it was asked for. */
function rootDifference({ HostConfig, State }: RawContainer, inForce: InForce) {
  const [wanted, root] = [
    read(() => HostConfig.ReadonlyRootfs),
    rootSeen({ ...inForce, mountsBeside: [] }, State.Pid),
  ];
  if (isMissing(wanted) || root === undefined || root.readOnly === wanted) return [];
  const other = {
    setting: 'read-only',
    configured: accessOf(wanted),
    inForce: accessOf(root.readOnly),
    ...strictly(root.readOnly),
  };
  return [sourced(other, { kind: 'file', path: root.path })];
}

/** The memory at /dev/shm that it was made with. */
function memoryDifference(container: RawContainer, { mounts }: InForce): Difference[] {
  const shared = isMissing(mounts) ? undefined : ownSharedMemory(container, mounts);
  if (shared === undefined) return [];
  const lost = guardsLost(guardsOf([], true), shared);
  const size = read(() => container.HostConfig.ShmSize);
  const isOther = !isMissing(size) && isOtherSize(shared.sizeBytes, size);
  return [
    ...(lost.length === 0
      ? []
      : [{ setting: 'mount /dev/shm', configured: lost.join(','), inForce: none }]),
    ...(isOther
      ? [
          {
            ...{ setting: 'shm-size', configured: inBytes(size) },
            inForce: inBytes(shared.sizeBytes),
            ...strictly(isSmaller(shared.sizeBytes, size)),
          },
        ]
      : []),
  ];
}

const inBytes = (value: number | string): string =>
  typeof value === 'number' && value > 0 ? spellSize(value) : spell(value);

const spell = (value: number | string): string =>
  value === 0 || value === -1 || value === '' ? none : String(value).replaceAll('\n', ', ');
