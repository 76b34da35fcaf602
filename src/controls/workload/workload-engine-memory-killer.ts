import { sayingChange } from '../blocks/workload/changed-since.ts';
import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { fail } from '../../core/controls/verdict.ts';
import { text } from '../../core/text.ts';

export const workloadEngineMemoryKiller = defineControl({
  id: 'workload-engine-memory-killer',
  subject: workload,
  rating: ['disruption', 'open'],
  title: {
    en: 'The kernel may end the container when memory runs out, unless its memory is limited',
    zh: '容器未在无内存上限的情况下禁用 OOM 终止',
  },
  failingTitle: {
    en: 'The kernel may not end the container when memory runs out, and its memory is not limited',
    zh: '容器无内存上限却禁用了 OOM 终止',
  },
  rationale: {
    en: 'When the host runs out of memory the kernel ends something. A container that took it all and may not be ended makes the kernel choose among the processes of the host, the engine included.',
    zh: '宿主机内存耗尽时，内核必须终止某个进程。若占满内存的容器不可终止，内核就只能在宿主机自身的进程（包括引擎）中选择牺牲者。',
  },
  remediation: {
    en: 'Remove --oom-kill-disable (in Compose: oom_kill_disable: true), or set a limit beside it: --memory 512m (mem_limit: 512m).',
    zh: '去掉 --oom-kill-disable（Compose 中为 oom_kill_disable: true），或同时设置内存上限：--memory 512m（mem_limit: 512m）。',
  },
  references: [
    'https://docs.docker.com/engine/containers/resource_constraints/#understand-the-risks-of-running-out-of-memory',
    'https://docs.docker.com/reference/cli/docker/container/run/',
  ],
  check: sayingChange(
    ['memory', 'oom-kill-disable'],
    (w) =>
      !w.resources.oomKillDisabled ||
      w.resources.memoryBytes > 0 ||
      fail(
        text(
          'The kernel may not end it when memory runs out, and its memory has no limit',
          '禁用了 OOM 终止，且未设置内存上限',
        ),
      ),
  ),
});
