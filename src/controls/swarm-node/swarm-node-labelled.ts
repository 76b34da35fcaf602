import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { hasLabel } from '../blocks/labels.ts';
import { swarmNode } from '../../core/subjects/swarm.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { notApplicable } from '../../core/controls/verdict.ts';

export const swarmNodeLabelled = defineControl({
  id: 'swarm-node-labelled',
  subject: swarmNode,
  rating: ['breach', 'remote'],
  title: {
    en: 'The node says whose workloads it may carry',
    zh: '节点标明可承载哪个租户的业务',
  },
  failingTitle: {
    en: 'The node does not say whose workloads it may carry',
    zh: '节点未标明可承载哪个租户的业务',
  },
  rationale: {
    en: 'Services are kept to their tenant’s hosts by a label of the node. One without it is nobody’s: a constraint that is written the wrong way round, or left out, places any tenant’s workloads there.',
    zh: '服务依靠节点标签限定在本租户的主机上。没有标签的节点不归任何租户：约束写反或遗漏时，任何租户的业务都可能调度过来。',
  },
  remediation: {
    en: 'Label it, docker node update --label-add tenant=NAME NODE, and pin services to it: docker service update --constraint-add node.labels.tenant==NAME SERVICE.',
    zh: '添加标签：docker node update --label-add tenant=租户 节点名；并将服务固定到该标签：docker service update --constraint-add node.labels.tenant==租户 服务名。',
  },
  references: [
    'https://docs.docker.com/engine/swarm/manage-nodes/#add-or-remove-label-metadata',
    'https://docs.docker.com/engine/swarm/services/#placement-constraints',
  ],
  params: z.object({
    label: z.string().default('tenant').meta({
      en: 'The label of nodes that services are placed by, without `node.labels.`.',
      zh: '用于调度服务的节点标签名，不含 `node.labels.` 前缀。',
    }),
  }),
  applies: (n, ctx) => {
    const { label } = ctx.params;
    if (n.role === 'manager' && n.availability === 'drain') {
      return notApplicable(text('No workloads run on this node', '该节点不承载业务'));
    }
    const used =
      ctx.all(swarmNode).some((node) => node.labels[label] !== undefined) ||
      ctx
        .all(workload)
        .some((w) => w.placement.some((rule) => rule.includes(`node.labels.${label}`)));
    return (
      used ||
      notApplicable(
        text(
          `Neither a node nor a service makes use of the label ${label}`,
          `没有节点或服务使用标签 ${label}`,
        ),
      )
    );
  },
  // The engine's own labels are set by anyone who has the node, and constrain nothing of this name.
  check: hasLabel(({ label }) => label),
});
