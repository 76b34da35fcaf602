import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';

export const engineContainerSprawl = defineControl({
  id: 'engine-container-sprawl',
  subject: engine,
  rating: ['weakness', 'open'],
  title: {
    en: 'The number of containers can be looked after',
    zh: '容器数量在可管理范围内',
  },
  failingTitle: {
    en: 'The engine holds more containers than anyone can look after',
    zh: '容器数量超出可管理范围',
  },
  rationale: {
    en: 'The more containers a host has, the more fall together with it, the more share its kernel, and the fewer anybody can name.',
    zh: '单台主机上的容器越多，随其一同失效、共用其内核的业务就越多，能说清来历的却越少。',
  },
  remediation: {
    en: 'Remove what is not used (docker container prune), and spread the rest over more hosts; where a host is sized for more, set the parameter max.',
    zh: '清理不用的容器（docker container prune），其余分散到更多主机；主机容量按更多容器规划时，调整参数 max。',
  },
  references: [
    'https://docs.docker.com/engine/manage-resources/pruning/',
    'https://docs.docker.com/reference/cli/docker/container/prune/',
  ],
  params: z.object({
    max: z.number().int().nonnegative().default(100).meta({
      en: 'Containers at most, stopped ones included. 100 is about what one orchestrator plans for one node.',
      zh: '容器的最大数量，含已停止者。100 个与编排平台对单节点的常见规划相当。',
    }),
  }),
  check: (e, { params }) => {
    const { containers } = e.counts;
    if (containers <= params.max) return true;
    return fail(text(`There are ${containers} containers`, `共有 ${containers} 个容器`));
  },
});
