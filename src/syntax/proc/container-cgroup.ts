/** One cgroup that was made for a container. */
export interface ContainerCgroup {
  /** Hierarchy and path, equal for all that are in the same one. */
  readonly key: string;
  /** The container's id, 64 hexadecimal digits. */
  readonly id: string;
}

/** Every engine's naming of a container's cgroup has the full id in one segment: `/docker/ID`, `docker-ID.scope`. */
const containerId = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/;
const idLength = 64;

/**
 * The containers that a process is in, by the text of its /proc/PID/cgroup: of each hierarchy in turn, and
 * outermost first, since a container that runs containers has theirs below its own.
 */
export function containerCgroups(text: string): readonly ContainerCgroup[] {
  if (!containerId.test(text)) return [];
  const found: ContainerCgroup[] = [];
  for (const line of text.split('\n')) {
    const [, hierarchy, path] = /^(\d+:[^:]*):(\/.*)$/.exec(line) ?? [];
    if (hierarchy === undefined || path === undefined) continue;
    const segments = path.split('/');
    for (const [at, segment] of segments.entries()) {
      const id = segment.length < idLength ? undefined : containerId.exec(segment)?.[0];
      if (id === undefined) continue;
      found.push({ key: `${hierarchy}:${segments.slice(0, at + 1).join('/')}`, id });
    }
  }
  return found;
}

/** The innermost of the containers that {@link containerCgroups} found; `undefined` when there is none. */
export function innermostOf(cgroups: readonly ContainerCgroup[]): ContainerCgroup | undefined {
  const depth = ({ key }: ContainerCgroup): number => key.split('/').length;
  const deepest = Math.max(...cgroups.map(depth));
  return cgroups.find((cgroup) => depth(cgroup) === deepest);
}

/** The innermost container of a process, by the text of its /proc/PID/cgroup; `undefined` outside of one. */
export const innermostContainer = (text: string): ContainerCgroup | undefined =>
  innermostOf(containerCgroups(text));
