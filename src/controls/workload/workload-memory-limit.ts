import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { restored, sayingChange } from '../blocks/workload/changed-since.ts';
import { hasLimit } from '../blocks/workload/limits.ts';
import { workload } from '../../core/subjects/workload/workload.ts';

export const workloadMemoryLimit = defineControl({
  id: 'workload-memory-limit',
  subject: workload,
  rating: ['disruption', 'open'],
  title: {
    en: 'The container’s memory is limited',
    zh: '容器内存用量受限',
  },
  failingTitle: {
    en: 'The container’s memory is not limited',
    zh: '容器内存用量不受限',
  },
  rationale: {
    en: 'Without a limit, one leak or one flood of requests takes all the memory of the host, and the kernel begins to kill what its neighbours run.',
    zh: '不设上限时，一次内存泄漏或一波请求洪峰就会耗尽宿主机内存，内核随之开始终止其他容器的进程。',
  },
  remediation: {
    en: `Start it with --memory 512m, or in Compose write mem_limit: 512m (deploy.resources.limits.memory for Swarm). A reservation alone limits nothing. ${restored.en}`,
    zh: `启动时加 --memory 512m，或在 Compose 中写 mem_limit: 512m（Swarm 用 deploy.resources.limits.memory）。仅设置预留值不构成限制。${restored.zh}`,
  },
  references: ['https://docs.docker.com/engine/containers/resource_constraints/#memory'],
  params: z.object({
    maxBytes: z.number().int().positive().nullable().default(null).meta({
      en: 'Largest limit in bytes; `null`, since what an application needs is its own, asks for any limit.',
      zh: '上限的最大值，单位为字节；应用所需内存各不相同，`null` 表示只要求设有上限。',
    }),
  }),
  check: sayingChange(
    'memory',
    hasLimit('memoryBytes', ({ maxBytes }) => maxBytes),
  ),
});
