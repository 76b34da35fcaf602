import type { PlainCheck } from '../../../core/controls/check.ts';
import type { WorkloadFacts } from '../../../core/subjects/workload/workload.ts';
import { text, type Text } from '../../../core/text.ts';
import { fail, pass } from '../../../core/controls/verdict.ts';

type NamespaceKind = keyof WorkloadFacts['namespaces'];

/** How messages call what a namespace sets apart. */
const names: Readonly<Record<NamespaceKind, Text>> = {
  pid: text('PID namespace', '进程空间'),
  ipc: text('IPC namespace', ' IPC 命名空间'),
  network: text('network', '网络'),
  uts: text('UTS namespace', ' UTS 命名空间'),
  user: text('user namespace', '用户命名空间'),
  cgroup: text('cgroup namespace', 'cgroup 命名空间'),
};

/**
 * Whether a namespace is the host's, by whatever path: asked for, or joined through a container that has it.
 *
 * @example
 * check: not(sharesHostNamespace('pid'))
 */
export function sharesHostNamespace(kind: NamespaceKind): PlainCheck<WorkloadFacts> {
  const name = names[kind];
  return (w) => {
    const namespace = w.namespaces[kind];
    if (namespace.resolved !== 'host') return fail();
    const joined = namespace.chain.join(' → ');
    return pass(
      joined === ''
        ? text(`Uses the host's ${name.en}`, `使用宿主机的${name.zh}`)
        : text(
            `Reaches the host's ${name.en} through the container ${joined}`,
            `经由容器 ${joined} 使用宿主机的${name.zh}`,
          ),
    );
  };
}
