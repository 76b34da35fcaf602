import { more, sourced, type More, type Sourced } from '../../../gathering/partial-facts.ts';
import type { Unread } from '../../../gathering/unread-gap.ts';
import type { MountBeside } from '../../../proc/mount-namespaces.ts';
import { accessOf, none, ofProcesses, type Difference, type MountPart } from './difference.ts';

/** Mounts that processes of a container have in a namespace of their own, as facts and as differences. */
export function besideParts(beside: readonly (MountBeside | Unread)[]): {
  readonly mounts: readonly { readonly target: string; readonly part: MountPart }[];
  readonly differences: readonly Sourced<Difference>[];
  readonly unread: readonly More[];
} {
  const seen = beside.filter((each) => 'mount' in each);
  return {
    mounts: seen
      // Its own files are the container's, wherever they are kept on the host.
      .filter(({ isOfRoot }) => !isOfRoot)
      .flatMap(({ mount, folder }) => {
        const { target, hostPaths, readOnly, propagation } = mount;
        const [place] = hostPaths;
        if (place === undefined) return [];
        const source = place;
        const facts = {
          type: 'bind' as const,
          source,
          hostPath: place,
          target,
          readOnly,
          propagation,
        };
        return [{ target, part: sourced(facts, sourceOf(folder)) }];
      }),
    differences: seen.map(({ mount, isWritableAlone, folder, holders }) =>
      sourced(
        {
          setting: mount.target === '/' && isWritableAlone ? 'read-only' : `mount ${mount.target}`,
          configured: isWritableAlone ? accessOf(true) : none,
          inForce: isWritableAlone ? accessOf(false) : (mount.hostPaths[0] ?? mount.fileSystem),
          ...ofProcesses(holders),
        },
        sourceOf(folder),
      ),
    ),
    unread: beside.filter((each) => 'reason' in each).map(more),
  };
}

const sourceOf = (folder: string) => ({ kind: 'file', path: `/proc/${folder}/mountinfo` }) as const;
