import { text } from '../../core/text.ts';
import { groupBy } from '../../syntax/group-by.ts';
import { unread, type Unread } from '../gathering/unread-gap.ts';
import type { Holder } from './cgroup-held.ts';
import { holdersOf, type ContainerProcess } from './container-processes.ts';
import { parentIn } from './entered-processes.ts';
import { namespaceOf } from './process-threads.ts';

const namespaceKinds = {
  network: 'net',
  ipc: 'ipc',
  uts: 'uts',
  pid: 'pid',
  userns: 'user',
  cgroupns: 'cgroup',
} as const;

/** A kind of namespace, as the option of an engine is called. */
export type NamespaceKind = keyof typeof namespaceKinds;

/** A namespace of the host, or of another container, that processes of a container are in. */
export interface OtherNamespace {
  /** As the option of an engine is called. */
  readonly kind: NamespaceKind;
  /** Whose it is, as the option of an engine says it: `host`, or `container:web`. */
  readonly owner: string;
  readonly holders: readonly Holder[];
  /** Below /proc, the namespace of the first of them. */
  readonly link: string;
}

/** Whose a namespace may be. */
export interface NamespaceOwners {
  /** Namespaces of the host; `''` where this user may not ask. */
  readonly hostLinkOf: (kind: NamespaceKind) => string;
  /** The first processes of all containers that run, and what these are called. */
  readonly containers: readonly { readonly name: string; readonly pid: number }[];
}

/** A running container, its processes, and the namespaces that it was made with for itself alone. */
interface InNamespaces {
  readonly pid: number;
  readonly processes: readonly ContainerProcess[];
  readonly ownNamespaces: readonly NamespaceKind[];
}

/** The namespaces of the host, each asked for once. */
export function createHostLinkOf(procRoot: string): NamespaceOwners['hostLinkOf'] {
  const links = new Map<NamespaceKind, string>();
  return (kind) => {
    const known = links.get(kind) ?? namespaceOf(procRoot, 1, namespaceKinds[kind]);
    links.set(kind, known);
    return known;
  };
}

/**
 * Those of the host are what its first process has, and what the process has that started the container. What a process makes
 * for itself alone is nobody else's, and is left out.
 */
export function readOtherNamespaces(
  { pid, processes, ownNamespaces }: InNamespaces,
  { hostLinkOf, containers }: NamespaceOwners,
  procRoot: string,
): readonly (OtherNamespace | Unread)[] {
  const first = processes.find((each) => each.pid === pid);
  if (first === undefined) return [];
  const linkOf = (folder: number | string, kind: NamespaceKind): string =>
    namespaceOf(procRoot, folder, namespaceKinds[kind]);
  const starter = parentIn(first.status);
  const kinds = processes.length > 1 ? Object.keys(namespaceKinds) : ownNamespaces;
  // The keys of a literal object are what it was written with.
  return (kinds as readonly NamespaceKind[]).flatMap((kind): (OtherNamespace | Unread)[] => {
    const own = linkOf(first.folder, kind);
    if (own === '') return [];
    const ofHost = hostLinkOf(kind);
    const isGiven = !(own === ofHost && ownNamespaces.includes(kind));
    const apart = groupBy(
      processes.filter((each) => each !== first || !isGiven),
      ({ folder }) => linkOf(folder, kind),
    );
    const others = [...apart].filter(([link]) => link !== '' && (link !== own || !isGiven));
    if (others.length === 0) return [];
    const hosts = [ofHost, starter === undefined ? '' : linkOf(starter, kind)].filter(Boolean);
    if (isGiven && hosts.includes(own)) return [];
    if (hosts.length === 0) return [hostUnknown(namespaceKinds[kind])];
    return others.flatMap(([link, inside]) => {
      const isIt = (each: NamespaceOwners['containers'][number]) =>
        each.pid !== pid && linkOf(each.pid, kind) === link;
      const name = hosts.includes(link) ? undefined : containers.find(isIt)?.name;
      if (name === undefined && !hosts.includes(link)) return [];
      const owner = name === undefined ? 'host' : `container:${name}`;
      const [one = first] = inside;
      const at = `${one.folder}/ns/${namespaceKinds[kind]}`;
      return [{ kind, owner, holders: holdersOf(inside), link: at }];
    });
  });
}

const hostUnknown = (name: string): Unread =>
  unread(
    'denied',
    text(
      `processes of it are in another ${name} namespace than its first one, and which one the host has may not be read`,
      `其中有进程处于与首个进程不同的 ${name} 命名空间，而宿主机的命名空间无权读取`,
    ),
    { kind: 'file', path: `/proc/1/ns/${name}` },
  );
