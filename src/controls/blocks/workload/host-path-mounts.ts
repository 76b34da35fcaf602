import type { Check, CheckContext } from '../../../core/controls/check.ts';
import { noneFails, not, orElse } from '../../../core/controls/combinators.ts';
import type { WorkloadFacts } from '../../../core/subjects/workload/workload.ts';
import { text, type Text } from '../../../core/text.ts';
import { fail, type Verdict } from '../../../core/controls/verdict.ts';
import { diskOf } from '../data-disks.ts';
import { isHarmlessDevice } from '../../../knowledge/host-places.ts';
import { findExposed } from '../../../syntax/paths/listed-paths.ts';
import { settle, type Given } from '../given.ts';
import { exposedBy } from './exposed-path.ts';

/** One mount, as a check sees it. */
export type Mount = WorkloadFacts['mounts'][number];

/**
 * Judges every host path that the mounts give away: what a mount names, and where that really leads. The
 * name comes first, so that its failure stands even where links could not be followed.
 *
 * A disk that a volume mounts has no path, and what it gives away is unknown.
 *
 * @param isHarmless whether a mount is fine wherever it leads, so that nobody has to know
 */
export function eachHostPath<P>(
  judge: (path: string, mount: Mount, ctx: CheckContext<P>) => true | Verdict,
  isHarmless: (mount: Mount, ctx: CheckContext<P>) => boolean = () => false,
): Check<WorkloadFacts, P> {
  const judgeOthers: typeof judge = (path, mount, ctx) =>
    isHarmlessDevice(path) || judge(path, mount, ctx);
  const given = (mount: Mount, ctx: CheckContext<P>): boolean | Verdict => {
    if (isHarmless(mount, ctx)) return true;
    const { type, source, from } = mount;
    const path = from ? pathFrom(from) : type === 'bind' || type === 'npipe' ? source : undefined;
    const named = path === undefined || judgeOthers(path, mount, ctx);
    if (named !== true) return named;
    const { hostPath } = mount;
    // A name that leads to itself was judged as a name.
    const judged = from !== undefined || (hostPath === source && type === 'bind');
    return hostPath === null || judged || judgeOthers(hostPath, mount, ctx);
  };
  const mounts = (w: WorkloadFacts): readonly Mount[] => w.mounts;
  return orElse(
    noneFails(mounts, given),
    // Where it is not known where one leads, another name of it may be bad enough.
    noneFails(mounts, (mount, ctx) => {
      const { namedPath } = mount;
      const named =
        namedPath === undefined || isHarmless(mount, ctx) || judgeOthers(namedPath, mount, ctx);
      return named === true ? given(mount, ctx) : named;
    }),
  );
}

/** Whether a mount leads to a path of the host, by its name or as it was resolved, or to one of its disks. */
export const leadsToHost = (mount: Mount): boolean =>
  mount.type === 'bind' ||
  mount.type === 'npipe' ||
  mount.from !== undefined ||
  diskOf(mount) !== undefined ||
  mount.hostPath !== null;

/** What is judged of a path from a folder that lies elsewhere once it is deployed: of a home alone it is known what is in it. */
const pathFrom = ({ base, path }: NonNullable<Mount['from']>): string | undefined =>
  base === 'home' ? `/home/${someone}${path === '.' ? '' : `/${path}`}` : undefined;

/** The same as a file has it. */
const writtenFrom = ({ base, path }: NonNullable<Mount['from']>): string =>
  base === 'project' ? path : path === '.' ? '~' : `~/${path}`;

/** Stands for a name that nobody knows. */
const someone = '~';

/** Names a mount by both of its ends, and by the host path that it leads to when that is another one. */
export function describeMount(path: string, mount: Mount): Text {
  const { source, target, from } = mount;
  const written = from ? writtenFrom(from) : source;
  return path === source || from !== undefined
    ? text(`${written}, mounted at ${target},`, `${written}（挂载到 ${target}）`)
    : text(
        `${path}, mounted at ${target} by way of ${source},`,
        `${path}（经由 ${source} 挂载到 ${target}）`,
      );
}

/**
 * Whether a mount gives away one of the host paths: that path itself, one below it or one above it, by name, link or
 * volume; `*` stands for any one segment.
 *
 * @param only `writable` to look at mounts that may be written to alone
 * @param disks block devices that hold nothing of the host's own; what any other that a volume mounts gives away is unknown
 * @example
 * check: not(mountsHostPath(['/etc', '/home/*\/.ssh']))
 */
export function mountsHostPath<P>(
  paths: Given<readonly string[], P>,
  only: 'writable' | 'any' = 'any',
  disks: Given<readonly string[], P> = [],
): Check<WorkloadFacts, P> {
  return not(
    eachHostPath<P>(
      (path, mount, ctx) => {
        const found = findExposed(path, settle(paths, ctx));
        if (found === undefined) return true;
        const where = describeMount(path, mount);
        const what = exposedBy(path, found)[only === 'writable' ? 'writable' : 'given'];
        return fail(text(where.en + what.en, where.zh + what.zh));
      },
      (mount, ctx) => {
        if (only === 'writable' && mount.readOnly) return true;
        const setAside = settle(disks, ctx);
        if (setAside.length === 0) return false;
        const disk = diskOf(mount);
        return disk !== undefined && setAside.includes(disk);
      },
    ),
  );
}
