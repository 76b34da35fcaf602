import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { fail } from '../../core/controls/verdict.ts';
import { text } from '../../core/text.ts';
import { restored, sayingChange } from '../blocks/workload/changed-since.ts';

/** What the kernel gives to a group for which nothing is said. */
const kernelDefaultShares = 1024;

export const workloadCpuLimit = defineControl({
  id: 'workload-cpu-limit',
  subject: workload,
  rating: ['disruption', 'open'],
  title: {
    en: 'The container’s processor time is limited',
    zh: '容器 CPU 用量受限',
  },
  failingTitle: {
    en: 'The container’s processor time is not limited',
    zh: '容器 CPU 用量不受限',
  },
  rationale: {
    en: 'Without a limit, one busy loop or one miner takes all the processors of the host, and everything beside it slows to a halt.',
    zh: '不设限制时，一个死循环或挖矿程序就会占满宿主机的全部 CPU，拖垮同机其他业务。',
  },
  remediation: {
    en: `Start it with --cpus 1.5, or in Compose write cpus: 1.5 (deploy.resources.limits.cpus for Swarm). --cpu-quota with --cpu-period says the same, and a --cpu-shares other than 1024 does as well; --cpuset-cpus alone does not. ${restored.en}`,
    zh: `启动时加 --cpus 1.5，或在 Compose 中写 cpus: 1.5（Swarm 用 deploy.resources.limits.cpus）。--cpu-quota 配合 --cpu-period 效果相同，取值非 1024 的 --cpu-shares 亦可；仅用 --cpuset-cpus 绑核不算限制。${restored.zh}`,
  },
  references: ['https://docs.docker.com/engine/containers/resource_constraints/#cpu'],
  params: z.object({
    weightSuffices: z.boolean().default(true).meta({
      en: 'Whether a weight will do. It does by default; but it only counts once the processors are all busy.',
      zh: '仅设置权重是否足够。默认足够；但权重只在所有处理器都繁忙时才起作用。',
    }),
    cpusetSuffices: z.boolean().default(false).meta({
      en: 'Whether a set of processors will do. It does not by default: what is pinned to some processors may use them up, and whatever else runs there waits.',
      zh: '仅绑定 CPU 核是否视为受限。默认不视为受限：绑核的容器仍可占满这些核，使同核的其他业务等待。',
    }),
  }),
  check: sayingChange('cpus', (w, { params }) => {
    if (w.resources.cpus > 0) return true;
    const { cpuShares } = w.resources;
    if (params.weightSuffices && cpuShares > 0 && cpuShares !== kernelDefaultShares) return true;
    if (params.cpusetSuffices && w.resources.cpuset !== '') return true;
    return params.weightSuffices
      ? fail(
          text(
            'Neither a limit on processor time nor a weight is set',
            '未设置 CPU 上限，也未设置权重',
          ),
        )
      : fail(text('No limit on processor time is set', '未设置 CPU 上限'));
  }),
});
