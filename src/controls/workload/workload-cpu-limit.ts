import { z } from 'zod';
import { defineControl } from '../../core/control.ts';
import { workload } from '../../core/subjects/workload.ts';

/** What the kernel gives to a group for which nothing is said. */
const kernelDefaultShares = 1024;

export const workloadCpuLimit = defineControl({
  id: 'workload-cpu-limit',
  subject: workload,
  severity: 'medium',
  title: { en: 'Its processor time is limited', zh: 'CPU 用量受限' },
  rationale: {
    en: 'Without a limit, one busy loop or one miner takes all the processors of the host, and everything beside it slows to a halt.',
    zh: '不设限制时，一个死循环或挖矿程序就会占满宿主机的全部 CPU，拖垮同机其他业务。',
  },
  remediation: {
    en: 'Start it with --cpus 1.5, or in Compose write cpus: 1.5 (deploy.resources.limits.cpus for Swarm). --cpu-quota, --cpuset-cpus and a --cpu-shares other than 1024 do as well.',
    zh: '启动时加 --cpus 1.5，或在 Compose 中写 cpus: 1.5（Swarm 用 deploy.resources.limits.cpus）。也可使用 --cpu-quota、--cpuset-cpus，或取值非 1024 的 --cpu-shares。',
  },
  references: ['https://docs.docker.com/engine/containers/resource_constraints/#cpu'],
  params: z.object({
    weightSuffices: z.boolean().default(true).meta({
      en: 'Whether a weight will do. It does by default; but it only counts once the processors are all busy.',
      zh: '仅设置权重是否足够。默认足够；但权重只在所有处理器都繁忙时才起作用。',
    }),
  }),
  check: (w, { params }) => {
    if (w.resources.cpus > 0 || w.resources.cpuset !== '') return true;
    const { cpuShares } = w.resources;
    return params.weightSuffices && cpuShares > 0 && cpuShares !== kernelDefaultShares;
  },
});
