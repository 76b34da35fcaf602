import { z } from 'zod';
import { all } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { swarm } from '../../core/subjects/swarm.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';

export const swarmManagerCount = defineControl({
  id: 'swarm-manager-count',
  subject: swarm,
  rating: ['disruption', 'remote'],
  title: {
    en: 'Managers are few, odd in number and all reachable',
    zh: '管理节点数量适中、为奇数且均可达',
  },
  failingTitle: {
    en: 'Managers are too few or too many, even in number or not all reachable',
    zh: '管理节点数量不当、为偶数或并非全部可达',
  },
  rationale: {
    en: 'Every manager holds the keys of the whole Swarm, so each one more is one more to take over. Too few, or an even number, and the loss of one stops the Swarm from deciding anything.',
    zh: '每个管理节点都持有整个集群的密钥，多一个就多一处风险。过少或为偶数时，损失一个就可能使集群失去法定多数，无法作出任何决策。',
  },
  remediation: {
    en: 'Change roles with docker node promote NODE and docker node demote NODE until there are three or five, adding nodes where there are fewer, and bring back or remove managers that docker node ls shows as unreachable.',
    zh: '用 docker node promote 和 docker node demote 调整为三个或五个管理节点，节点不足时先增加节点；docker node ls 显示不可达的管理节点应恢复或移除。',
  },
  references: ['https://docs.docker.com/engine/swarm/admin_guide/'],
  params: z.object({
    min: z.number().int().positive().default(3).meta({
      en: 'Managers at least: three survive the loss of one. Set it to 1 where a Swarm may stand still until its only manager is back.',
      zh: '管理节点的最少数量：三个可承受其中一个失效。如可接受唯一的管理节点恢复之前集群停止决策，设为 1。',
    }),
    max: z.number().int().positive().default(7).meta({
      en: 'Managers at most. More than seven only slow agreement down.',
      zh: '管理节点的最多数量。超过七个只会减慢共识过程。',
    }),
  }),
  check: all(
    (s, { params }) => {
      const { managers } = s;
      if (managers >= params.min && managers <= params.max && managers % 2 === 1) return true;
      return fail(
        text(
          `Managers: ${managers}; an odd number from ${params.min} to ${params.max} is right`,
          `管理节点有 ${managers} 个，应为 ${params.min} 至 ${params.max} 之间的奇数`,
        ),
      );
    },
    (s) => {
      const lost = s.managers - s.reachableManagers;
      return (
        lost === 0 ||
        fail(text(`${lost} managers cannot be reached`, `有 ${lost} 个管理节点不可达`))
      );
    },
  ),
});
