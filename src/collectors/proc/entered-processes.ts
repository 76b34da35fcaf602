/** What tells where the processes of a container came from. */
export interface Origins {
  /** Its first process, and all of them. */
  readonly first: number;
  readonly pids: ReadonlySet<number>;
  /** The process of its engine that started the first one. */
  readonly engine: number | undefined;
  readonly parentOf: (pid: number) => number | undefined;
  /** Whether a process is in any of the container's cgroups; also where it has none. */
  readonly isInCgroup: (pid: number) => boolean;
  /** Whether a process outside works for this container alone, by its cgroup. */
  readonly isOfEngine: (pid: number) => boolean;
  /** Whether it is in a session that began outside of its process namespace. */
  readonly isOutOfSession: (pid: number) => boolean;
}

/**
 * Whether a process came into a container from outside, as nsenter does it, and not by its engine: it is in none of the
 * container's cgroups, its parents are processes of the host and none of the engine's, or it was left behind by them in a
 * session that began outside.
 */
export function isEntered(pid: number, origins: Origins): boolean {
  const { first, pids, engine, parentOf } = origins;
  if (pid === first) return false;
  if (!origins.isInCgroup(pid)) return true;
  const passed = new Set([pid]);
  let parent = parentOf(pid);
  if (parent !== undefined && parent !== engine && pids.has(parent)) {
    // Its first process may itself be started in a session of its engine's.
    return parent === first && origins.isOutOfSession(pid) && !origins.isOutOfSession(first);
  }
  while (parent !== undefined && parent > 1 && !passed.has(parent)) {
    if (parent === engine || origins.isOfEngine(parent)) return false;
    passed.add(parent);
    parent = parentOf(parent);
  }
  return parent !== undefined && parent !== engine;
}

const numberAfter = (status: string, field: string): readonly number[] =>
  (new RegExp(String.raw`^${field}:\s*([\d\s]+?)$`, 'm').exec(status)?.[1] ?? '')
    .split(/\s+/)
    .filter((each) => each !== '')
    .map(Number);

/** The parent of a process, by the text of its status. */
export const parentIn = (status: string): number | undefined => numberAfter(status, 'PPid')[0];

/** Whether the session of a process has no number in the process namespace that it is in. */
export function sessionIsOutside(status: string): boolean {
  const numbers = numberAfter(status, 'NSsid');
  return numbers.length > 1 && numbers.at(-1) === 0;
}
