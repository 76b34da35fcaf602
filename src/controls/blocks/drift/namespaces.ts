import type { CheckContext } from '../../../core/controls/check.ts';
import { workload, type WorkloadFacts } from '../../../core/subjects/workload/workload.ts';
import { text, type Text } from '../../../core/text.ts';
import type { Verdict } from '../../../core/controls/verdict.ts';
import { engineOf, unreadEngine, type Pair } from './pair.ts';
import { differs, type Part, saidOr } from './part.ts';

type Kind = keyof WorkloadFacts['namespaces'];

const labels: Readonly<Record<Kind, Text>> = {
  pid: text('process namespace', '进程命名空间'),
  ipc: text('IPC namespace', 'IPC 命名空间'),
  network: text('network namespace', '网络命名空间'),
  uts: text('host name namespace', '主机名命名空间'),
  user: text('user namespace', '用户命名空间'),
  cgroup: text('cgroup namespace', 'cgroup 命名空间'),
};

/** A container has another’s namespace where a file names the service whose it is. */
function joined(kind: Kind, { running, intended }: Pair, ctx: CheckContext): true | Verdict {
  const [id = ''] = running.namespaces[kind].chain;
  const [service = ''] = intended.namespaces[kind].chain;
  const owner = ctx.find(workload, id)?.compose;
  if (owner?.service === service && owner.project === intended.compose?.project) return true;
  return differs(
    labels[kind],
    text(`that of ${owner?.service ?? id}`, `${owner?.service ?? id} 的`),
    text(`that of ${service}`, `${service} 的`),
  );
}

function compare(kind: Kind, pair: Pair, ctx: CheckContext): true | Verdict {
  const [is, should] = [pair.running.namespaces[kind].mode, pair.intended.namespaces[kind].mode];
  if (is !== should) {
    const shareable = kind === 'ipc' && is === 'shareable' && should === 'private';
    if (shareable && engineOf(ctx)?.containerDefaults?.ipcMode === 'shareable') return true;
    return differs(labels[kind], is, should);
  }
  return is === 'container' ? joined(kind, pair, ctx) : true;
}

/** What a file leaves to the engine is as the engine makes it; of a container that no file describes, only that one is joined. */
function byDefault(kind: Kind, { running }: Pair, ctx: CheckContext): boolean | Verdict {
  const { mode } = running.namespaces[kind];
  if (kind !== 'user' && kind !== 'cgroup') {
    return mode === 'container' || differs(labels[kind], mode, 'container');
  }
  const engine = engineOf(ctx);
  const own =
    kind === 'user'
      ? engine && (engine.userNamespaces || engine.rootless)
      : engine?.containerDefaults?.cgroupNamespace;
  if (own === undefined) return unreadEngine;
  const given = own ? 'private' : 'host';
  return mode === given || differs(labels[kind], mode, given);
}

/** The six namespaces. */
export const namespaceParts: readonly Part[] = (Object.keys(labels) as Kind[]).map((kind) => ({
  name: 'namespaces',
  containersOnly: true,
  agree: saidOr(
    ({ namespaces }) => namespaces[kind].mode,
    (pair, ctx) => compare(kind, pair, ctx),
    (pair, ctx) => byDefault(kind, pair, ctx),
  ),
}));
