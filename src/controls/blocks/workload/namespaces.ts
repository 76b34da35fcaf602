import { combinator, evaluate, type Check } from '../../../core/controls/check.ts';
import { any, noneFails } from '../../../core/controls/combinators.ts';
import type { WorkloadFacts } from '../../../core/subjects/workload/workload.ts';
import { text, type Text } from '../../../core/text.ts';
import { fail, pass } from '../../../core/controls/verdict.ts';
import { processesSaid } from './processes.ts';

type NamespaceKind = keyof WorkloadFacts['namespaces'];
type Difference = NonNullable<WorkloadFacts['differences']>[number];

/** How messages call what a namespace sets apart. */
const names: Readonly<Record<NamespaceKind, Text>> = {
  pid: text('PID namespace', '进程空间'),
  ipc: text('IPC namespace', ' IPC 命名空间'),
  network: text('network', '网络'),
  uts: text('UTS namespace', ' UTS 命名空间'),
  user: text('user namespace', '用户命名空间'),
  cgroup: text('cgroup namespace', 'cgroup 命名空间'),
};

/** How a difference of each is called. */
const settings: Readonly<Record<NamespaceKind, string>> = {
  pid: 'pid',
  ipc: 'ipc',
  network: 'network',
  uts: 'uts',
  user: 'userns',
  cgroup: 'cgroupns',
};

/**
 * Whether a namespace is the host's, by whatever path: asked for, joined through a container that has it, or entered by a process
 * of the container.
 *
 * @example
 * check: not(sharesHostNamespace('pid'))
 */
export const sharesHostNamespace = <P>(kind: NamespaceKind): Check<WorkloadFacts, P> =>
  any<WorkloadFacts, P>((w) => {
    const name = names[kind];
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
  }, processInHost(kind));

/** Whether a process of it is in the host's, whatever the container was given. Where that was not read, the engine's word stands. */
function processInHost<P>(kind: NamespaceKind): Check<WorkloadFacts, P> {
  const name = names[kind];
  const none = noneFails<WorkloadFacts, Difference, P>(
    (w) => (w.differences ?? []).filter(({ setting }) => setting === settings[kind]),
    ({ inForce, processes = [] }) =>
      inForce !== 'host' ||
      fail(
        processesSaid(processes, text(`are in the host's ${name.en}`, `处于宿主机的${name.zh}`)),
      ),
  );
  return combinator((w, ctx) => {
    const found = evaluate(none, w, ctx);
    return found.status === 'fail' ? pass(found.message) : fail();
  });
}
