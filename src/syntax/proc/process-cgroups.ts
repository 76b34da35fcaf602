/** The cgroup of a process in one hierarchy. */
export interface ProcessCgroup {
  /** Controllers of the hierarchy; none for the unified one of cgroup v2. */
  readonly controllers: readonly string[];
  /** Path from the root of the hierarchy, as the reader's cgroup namespace sees it. */
  readonly path: string;
}

/**
 * Takes the text of /proc/PID/cgroup apart.
 *
 * @see https://man7.org/linux/man-pages/man7/cgroups.7.html
 */
export const parseProcessCgroups = (text: string): readonly ProcessCgroup[] =>
  [...text.matchAll(/^\d+:([^:\n]*):(\/.*)$/gm)].map(([, controllers = '', path = '']) => ({
    controllers: controllers.split(',').filter((name) => name !== '' && !name.includes('=')),
    path,
  }));
