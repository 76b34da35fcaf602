import type { Source } from '../../../../core/facts/source.ts';
import { isMissing, sourced, type More, type Sourced } from '../../../gathering/partial-facts.ts';
import type { Unread } from '../../../gathering/unread-gap.ts';
import type { MountBeside } from '../../../proc/mount-namespaces.ts';
import type { MountInForce } from '../../../proc/mounts-in-force.ts';
import { spellSize } from '../../../../syntax/spell-size.ts';
import { isBelow } from '../../../../syntax/proc/mount-info.ts';
import { accessOf, none, strictly, type Difference, type MountPart } from './difference.ts';
import { besideParts } from './mounts-beside.ts';
import type { configuredMounts } from './mounts.ts';
import { isOtherSize, isSmaller } from './shared-memory.ts';
import { guardsLost } from './tmpfs-guards.ts';

type Configured = ReturnType<typeof configuredMounts>[number];

/** What the kernel says of the mounts of a running container, and where that stands. */
export interface MountWitness {
  readonly mounts: ReadonlyMap<string, MountInForce>;
  /** Of further mount namespaces. */
  readonly beside: readonly (MountBeside | Unread)[];
  readonly source: Source;
}

/** Mounts as facts, by target since engines list them in no order, and what of them is not as it was configured. */
export function mountsOf(configured: readonly Configured[], kernel: MountWitness | undefined) {
  const parts: { readonly target: string; readonly part: MountPart }[] = [];
  const differences: Difference[] = [];
  const used = new Set<MountInForce>();
  for (const each of configured) {
    const { facts, target, from } = each;
    const found = kernel?.mounts.get(target.replace(/(?<=.)\/$/, ''));
    const isKernels = ['bind', 'volume', 'tmpfs'].some((type) => type === facts.type);
    if (kernel === undefined || target === '' || !isKernels) parts.push({ target, part: facts });
    else if (found === undefined) {
      differences.push({
        setting: `mount ${target}`,
        configured: from || 'tmpfs',
        inForce: none,
      });
    } else {
      used.add(found);
      const { changed, differing } = correctionsOf(each, found, kernel.source);
      parts.push({ target, part: { ...facts, ...changed } });
      for (const one of differing) differences.push({ setting: `mount ${target}`, ...one });
    }
  }
  for (const mount of new Set(kernel?.mounts.values())) {
    const { target, hostPaths, readOnly, propagation, isEngines } = mount;
    const [place] = hostPaths;
    if (kernel === undefined || isEngines || used.has(mount)) continue;
    if (isSeenAgain(mount, kernel.mounts, configured)) continue;
    const expected = expectedAt(target, configured, kernel.mounts);
    if (place === undefined) {
      // Memory that the host does not have is the container's own, wherever it lies.
      const isMemory = isAddedMemory(mount);
      if (isMemory) parts.push({ target, part: sourced(memoryOf(mount), kernel.source) });
      if (isMemory || (expected === undefined && isAdded(mount))) {
        differences.push({
          setting: `mount ${target}`,
          ...(isLifted(target, mount.sizeBytes)
            ? { configured: sizeOf(deviceMemory), inForce: none }
            : { configured: none, inForce: mount.fileSystem }),
        });
      }
      continue;
    }
    // The host's own tree below what is mounted needs no mount of its own to be given away, unless more may be done there.
    if (expected?.places.includes(place) && (readOnly || !expected.readOnly)) continue;
    const facts = {
      type: 'bind' as const,
      source: place,
      hostPath: place,
      target,
      readOnly,
      propagation,
    };
    parts.push({ target, part: sourced(facts, kernel.source) });
    // What the host mounts below a folder that it gives away comes with that folder.
    if (!expected?.places.some((each) => hostPaths.includes(each))) {
      differences.push({ setting: `mount ${target}`, configured: none, inForce: place });
    }
  }
  const beside = besideParts(kernel?.beside ?? []);
  const sorted = [...parts, ...beside.mounts].toSorted((a, b) => (a.target < b.target ? -1 : 1));
  const mounts: readonly (MountPart | More)[] = [
    ...sorted.map(({ part }) => part),
    ...beside.unread,
  ];
  const own = kernel === undefined ? [] : differences.map((each) => sourced(each, kernel.source));
  const all: readonly (Sourced<Difference> | More)[] = [
    ...own,
    ...beside.differences,
    ...beside.unread,
  ];
  return { mounts, differences: all };
}

/**
 * Whether a mount is one that the container has anyway, seen through a folder of the host that was asked for and holds the
 * container's own root directory, as `/` does.
 */
const isSeenAgain = (
  { target, device, root, readOnly }: MountInForce,
  mounts: MountWitness['mounts'],
  configured: readonly Configured[],
): boolean =>
  configured.some(({ target: at, from }) => from !== '' && at !== target && isBelow(target, at)) &&
  [...mounts.values()].some(
    (own) =>
      own.target !== target &&
      own.target !== '/' &&
      target.endsWith(own.target) &&
      own.device === device &&
      own.root === root &&
      (readOnly || !own.readOnly),
  );

/** File systems that are kept in memory. */
const memories: ReadonlySet<string> = new Set(['tmpfs', 'ramfs']);

/** Below these an engine mounts of its own accord what the host does not have. */
const engines = /^\/(?:$|dev(?:\/|$)|proc(?:\/|$)|sys(?:\/|$)|run\/secrets(?:\/|$)|etc\/)/;

const isAdded = ({ fileSystem, target }: MountInForce): boolean =>
  !memories.has(fileSystem) && !engines.test(target);

/** Where engines mount memory of their own accord, and below which they hide what is the kernel's. */
const engineMemory = /^\/(?:$|dev(?:\/shm)?$|sys\/fs\/cgroup$)/;
const hidden = /^\/(?:proc|sys)\//;

/** Bytes of the memory at /dev of every container. */
const deviceMemory = 65_536 * 1024;

/** Whether the engine's own memory at /dev has no size any more. */
const isLifted = (target: string, sizeBytes: number): boolean =>
  target === '/dev' && sizeBytes === 0;

const isAddedMemory = ({ fileSystem, target, readOnly, root, sizeBytes }: MountInForce): boolean =>
  memories.has(fileSystem) &&
  root === '/' &&
  !(engineMemory.test(target) && !isLifted(target, sizeBytes)) &&
  !(hidden.test(target) && readOnly);

/** Memory that was mounted since, as a fact. */
const memoryOf = ({ target, readOnly, sizeBytes }: MountInForce) => ({
  type: 'tmpfs' as const,
  source: '',
  hostPath: null,
  target,
  readOnly,
  propagation: '' as const,
  sizeBytes,
});

/** Where on the host a path in the container would lie by the mounts that were asked for, and whether to be read alone; `undefined` below none of them. */
function expectedAt(
  target: string,
  configured: readonly Configured[],
  mounts: MountWitness['mounts'],
): { readonly places: readonly string[]; readonly readOnly: boolean } | undefined {
  const above = configured
    // Below memory nothing of the host appears by itself.
    .filter(({ target: at, from }) => at !== '' && from !== '' && isBelow(target, at))
    .toSorted((a, b) => b.target.length - a.target.length)[0];
  if (above === undefined) return undefined;
  const rest = target.slice(above.target.length);
  // By the name that was asked for, and by those that the kernel has for it: it may be a link.
  const folders = [above.from, ...(mounts.get(above.target)?.hostPaths ?? [])];
  return {
    places: folders.map((folder) => (folder === '/' ? rest : folder + rest)),
    readOnly: above.facts.readOnly === true,
  };
}

/** What the host mounts below reaches a slave; what a container mounts below a shared one reaches the host as well. */
const reaches = ['', 'private', 'rprivate', 'slave', 'rslave', 'shared', 'rshared'];
const reachOf = (propagation: unknown): number =>
  Math.ceil(reaches.indexOf(String(propagation)) / 2);

/** Parts of a mount that the kernel has otherwise than its engine. */
interface Changed {
  hostPath?: Sourced<string>;
  readOnly?: Sourced<boolean>;
  propagation?: Sourced<MountInForce['propagation']>;
  sizeBytes?: Sourced<number>;
  sizeShare?: Sourced<number>;
}

function correctionsOf({ facts, from, guards }: Configured, found: MountInForce, source: Source) {
  const { type, hostPath, readOnly, propagation } = facts;
  const changed: Changed = {};
  const differing: Omit<Difference, 'setting'>[] = [];
  if (type !== 'tmpfs') {
    const expected = typeof hostPath === 'string' ? hostPath : from;
    // What was deleted on the host since is still what was asked for.
    const [place = expected] = found.hostPaths;
    if (!found.hostPaths.includes(expected) && place !== expected) {
      changed.hostPath = sourced(place, source);
      // Of a link it is not known where it led at the start, but where it leads now.
      differing.push(
        expected === from
          ? { configured: expected, inForce: place }
          : { configured: from, inForce: place, nextStart: expected },
      );
    } else if (type === 'bind' && isMissing(hostPath)) {
      changed.hostPath = sourced(expected, source);
    }
    // Of a volume nothing is asked.
    const isKnown = type === 'bind' && typeof propagation === 'string';
    if (isKnown && reachOf(found.propagation) > reachOf(propagation)) {
      changed.propagation = sourced(found.propagation, source);
      differing.push({ configured: propagation || 'rprivate', inForce: found.propagation });
    }
  } else if ('sizeBytes' in facts && typeof facts.sizeBytes === 'number') {
    const { sizeBytes } = found;
    if (isOtherSize(sizeBytes, facts.sizeBytes)) {
      changed.sizeBytes = sourced(sizeBytes, source);
      differing.push({
        configured: sizeOf(facts.sizeBytes),
        inForce: sizeOf(sizeBytes),
        ...strictly(isSmaller(sizeBytes, facts.sizeBytes)),
      });
    }
  }
  // The kernel counts a share in bytes.
  if ('sizeShare' in facts && typeof facts.sizeShare === 'number' && found.sizeBytes === 0) {
    changed.sizeBytes = sourced(0, source);
    changed.sizeShare = sourced(0, source);
    differing.push({ configured: `${facts.sizeShare}%`, inForce: none });
  }
  const lost = guardsLost(guards, found);
  if (lost.length > 0) differing.push({ configured: lost.join(','), inForce: none });
  if (typeof readOnly === 'boolean' && readOnly !== found.readOnly) {
    changed.readOnly = sourced(found.readOnly, source);
    differing.push({
      configured: accessOf(readOnly),
      inForce: accessOf(found.readOnly),
      ...strictly(found.readOnly),
    });
  }
  return { changed, differing };
}

const sizeOf = (bytes: number): string => (bytes > 0 ? spellSize(bytes) : none);
