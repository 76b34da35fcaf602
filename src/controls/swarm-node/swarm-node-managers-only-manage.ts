import { defineControl } from '../../core/controls/control.ts';
import { swarmNode } from '../../core/subjects/swarm.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';

export const swarmNodeManagersOnlyManage = defineControl({
  id: 'swarm-node-managers-only-manage',
  subject: swarmNode,
  // A workload there must break out first.
  rating: ['takeover', 'remote'],
  title: {
    en: 'A manager runs no workloads',
    zh: '管理节点不承载业务',
  },
  failingTitle: {
    en: 'A manager runs workloads',
    zh: '管理节点承载业务',
  },
  rationale: {
    en: 'A breakout on a manager does not end with one host: the keys and secrets of the whole Swarm lie there. A workload that eats up its memory can also stop the Swarm from deciding.',
    zh: '在管理节点上发生逃逸，损失的不只是一台主机，而是整个集群的密钥和 Secret（敏感凭据）；业务耗尽其内存，也会使集群无法决策。',
  },
  remediation: {
    en: 'Drain it: docker node update --availability drain NODE.',
    zh: '将其排空：docker node update --availability drain 节点名。',
  },
  references: [
    'https://docs.docker.com/engine/swarm/admin_guide/',
    'https://docs.docker.com/engine/swarm/swarm-tutorial/drain-node/',
  ],
  applies: (n, ctx) => {
    if (n.role === 'worker') {
      return notApplicable(text('This node is a worker', '该节点是工作节点'));
    }
    return (
      ctx.all(swarmNode).some((node) => node.role === 'worker') ||
      notApplicable(
        text(
          'The Swarm has no worker that could carry the workloads instead',
          '集群中没有可承载业务的工作节点',
        ),
      )
    );
  },
  check: (n) =>
    n.availability === 'drain' ||
    fail(
      text(
        `Accepts workloads: availability is ${n.availability}`,
        `该管理节点可承载业务：可用性为 ${n.availability}`,
      ),
    ),
});
