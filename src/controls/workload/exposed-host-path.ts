import type { Check, CheckContext } from '../../core/check.ts';
import { each } from '../../core/combinators.ts';
import type { WorkloadFacts } from '../../core/subjects/workload.ts';
import { text, type Text } from '../../core/text.ts';
import type { Verdict } from '../../core/verdict.ts';

/** One mount, as a check sees it. */
export type Mount = WorkloadFacts['mounts'][number];

/**
 * Judges every host path that the mounts give away: what a mount names, and where that really leads. The
 * name comes first, so that its failure stands even where links could not be followed.
 */
export function eachHostPath<P>(
  judge: (path: string, mount: Mount, ctx: CheckContext<P>) => true | Verdict,
): Check<WorkloadFacts, P> {
  return each<WorkloadFacts, Mount, P>(
    (w) => w.mounts,
    (mount, ctx) => {
      const { type } = mount;
      if (type === 'bind' || type === 'npipe') {
        const named = judge(mount.source, mount, ctx);
        if (named !== true) return named;
      }
      const { hostPath, source } = mount;
      // A name that leads to itself was judged as a name.
      const judged = hostPath === source && type === 'bind';
      return hostPath === null || judged || judge(hostPath, mount, ctx);
    },
  );
}

/** Names a mount by both of its ends, and by the host path that it leads to when that is another one. */
export function describeMount(path: string, mount: Mount): Text {
  const { source, target } = mount;
  return path === source
    ? text(`${source}, mounted at ${target},`, `${source}（挂载到 ${target}）`)
    : text(
        `${path}, mounted at ${target} by way of ${source},`,
        `${path}（经由 ${source} 挂载到 ${target}）`,
      );
}
