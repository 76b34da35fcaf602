/** One cgroup that was made for a container. */
export interface ContainerCgroup {
  /** Hierarchy and path, equal for all that are in the same one. */
  readonly key: string;
  /** The container's id, 64 hexadecimal digits. */
  readonly id: string;
}

/** Every engine's naming of a container's cgroup has the full id in one segment: `/docker/ID`, `docker-ID.scope`. */
const containerId = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/;

/**
 * The containers that a process is in, by the text of its /proc/PID/cgroup: of each hierarchy in turn, and
 * outermost first, since a container that runs containers has theirs below its own.
 */
export function containerCgroups(text: string): readonly ContainerCgroup[] {
  if (!containerId.test(text)) return [];
  return text.split('\n').flatMap((line) => {
    const [, hierarchy, path] = /^(\d+:[^:]*):(\/.*)$/.exec(line) ?? [];
    if (hierarchy === undefined || path === undefined) return [];
    const segments = path.split('/');
    return segments.flatMap((segment, at) => {
      const id = containerId.exec(segment)?.[0];
      const key = `${hierarchy}:${segments.slice(0, at + 1).join('/')}`;
      return id === undefined ? [] : [{ key, id }];
    });
  });
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
