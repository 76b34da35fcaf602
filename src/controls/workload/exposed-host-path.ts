import { all, each, type Check, type CheckContext } from '../../core/check.ts';
import type { WorkloadFacts } from '../../core/subjects/workload.ts';
import { text, type Text } from '../../core/text.ts';
import { fail, type Verdict } from '../../core/verdict.ts';

/** One mount, as a check sees it. */
export type Mount = WorkloadFacts['mounts'][number];

/**
 * Judges every host path that the mounts give away: what a bind names, and where it really leads. A
 * failure of the one stands even where the other could not be read.
 */
export function eachHostPath<P>(
  judge: (path: string, mount: Mount, ctx: CheckContext<P>) => boolean | Verdict,
): Check<WorkloadFacts, P> {
  return each(
    (w) => w.mounts,
    all<Mount, P>(
      (mount, ctx) => mount.type !== 'bind' || judge(mount.source, mount, ctx),
      (mount, ctx) => {
        const { hostPath } = mount;
        if (hostPath === null) return true;
        const verdict = judge(hostPath, mount, ctx);
        const passed = verdict === true || (verdict !== false && verdict.status === 'pass');
        // The same path fails twice, but need not be told twice.
        return !passed && mount.type === 'bind' && mount.source === hostPath ? fail() : verdict;
      },
    ),
  );
}

/** Names a mount by both of its ends, with the host path in between when that is another one. */
export function describeMount(path: string, mount: Mount): Text {
  const { source, target } = mount;
  return path === source
    ? text(`${source}, mounted at ${target}`, `${source}（挂载到 ${target}）`)
    : text(
        `${path}, mounted at ${target} by way of ${source}`,
        `${path}（经由 ${source} 挂载到 ${target}）`,
      );
}
