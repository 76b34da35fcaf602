import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { restored, sayingChange } from '../blocks/workload/changed-since.ts';
import { hasLimit } from '../blocks/workload/limits.ts';
import { workload } from '../../core/subjects/workload/workload.ts';

export const workloadPidsLimit = defineControl({
  id: 'workload-pids-limit',
  subject: workload,
  rating: ['disruption', 'open'],
  title: {
    en: 'The container’s number of processes is limited',
    zh: '容器的进程数量受限',
  },
  failingTitle: {
    en: 'The container’s number of processes is not limited',
    zh: '容器的进程数量不受限',
  },
  rationale: {
    en: 'One container that forks without end takes the process table of the whole host with it.',
    zh: '一个无限派生进程的容器会耗尽整台宿主机的进程表。',
  },
  remediation: {
    en: `Start it with --pids-limit 256, or in Compose write pids_limit: 256 (deploy.resources.limits.pids for Swarm). ${restored.en}`,
    zh: `启动时加 --pids-limit 256，或在 Compose 中写 pids_limit: 256（Swarm 用 deploy.resources.limits.pids）。${restored.zh}`,
  },
  references: ['https://docs.docker.com/reference/cli/docker/container/run/'],
  params: z.object({
    max: z.number().int().positive().default(4096).meta({
      en: 'Most processes that a workload may be allowed. 4096 leaves room for thread-heavy runtimes.',
      zh: '允许工作负载使用的最大进程数。4096 可满足线程较多的运行时。',
    }),
  }),
  check: sayingChange(
    'pids-limit',
    hasLimit('pidsLimit', ({ max }) => max),
  ),
});
