import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';

export const engineStoppedContainers = defineControl({
  id: 'engine-stopped-containers',
  subject: engine,
  rating: ['weakness', 'open'],
  title: {
    en: 'Stopped containers are cleaned up',
    zh: '已停止的容器及时清理',
  },
  failingTitle: {
    en: 'Stopped containers are left over',
    zh: '已停止的容器未清理',
  },
  rationale: {
    en: 'A stopped container keeps its files, its environment and its rights, and one command starts it again as it was, old flaws included. In a heap of them nobody sees the one that should not be there.',
    zh: '已停止的容器仍保留其文件、环境变量和权限，一条命令就能带着旧漏洞原样启动。堆积过多时，不该存在的那一个便无人察觉。',
  },
  remediation: {
    en: 'Remove them: docker container prune --filter "until=72h", on a schedule, and start one-off jobs with --rm.',
    zh: '清理：docker container prune --filter "until=72h"，并设为定期任务；一次性任务启动时加 --rm。',
  },
  references: ['https://docs.docker.com/engine/manage-resources/pruning/'],
  params: z.object({
    max: z.number().int().nonnegative().default(10).meta({
      en: 'Stopped containers at most. 10 leaves room for jobs that just ended, and can still be looked through.',
      zh: '已停止容器的数量上限。10 个可容纳刚结束的任务，也便于逐一查看。',
    }),
  }),
  check: (e, { params }) => {
    const { stopped, containers } = e.counts;
    if (stopped <= params.max) return true;
    return fail(
      text(
        `${stopped} of ${containers} containers are stopped`,
        `共 ${containers} 个容器，其中 ${stopped} 个已停止`,
      ),
    );
  },
});
