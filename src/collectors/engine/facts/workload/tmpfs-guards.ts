import type { MountInForce } from '../../../proc/mounts-in-force.ts';

/** What Docker mounts memory with where nothing else is asked for. */
const always = ['noexec', 'nosuid', 'nodev'] as const;

/**
 * The guards that memory was mounted with in a container: the last word on each counts.
 *
 * @param options as the engine was given them
 * @param byDefault whether it was Docker, which begins with all of them
 */
export const guardsOf = (options: readonly string[], byDefault: boolean): readonly string[] =>
  always.filter((guard) => {
    const last = options.findLast((option) => option === guard || option === guard.slice(2));
    return last === undefined ? byDefault : last === guard;
  });

/** Of the guards that something was mounted with those that hold no longer. */
export const guardsLost = (guards: readonly string[], { guards: found }: MountInForce) =>
  guards.filter((guard) => !found.includes(guard));
