import { defineControl } from '../../core/controls/control.ts';
import { swarmNode } from '../../core/subjects/swarm.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';

export const swarmNodesReady = defineControl({
  id: 'swarm-nodes-ready',
  subject: swarmNode,
  rating: ['disruption', 'remote'],
  title: {
    en: 'The node is ready',
    zh: '节点处于就绪状态',
  },
  failingTitle: {
    en: 'The node is not ready',
    zh: '节点未处于就绪状态',
  },
  rationale: {
    en: 'A node that is down carries no copies, and holds up the rotation of the root. One that nobody misses may also be a host that was taken away with its certificate and its secrets.',
    zh: '离线节点既不承载副本，又会阻碍根证书轮换；无人过问的离线节点还可能是已被带走的主机，其上留有证书和 Secret（敏感凭据）。',
  },
  remediation: {
    en: 'Bring it back, or take it out: docker node rm NODE. Of a host that is lost, rotate the root and the secrets that it had: docker swarm ca --rotate.',
    zh: '恢复该节点，或将其移除：docker node rm 节点名。若主机已丢失，还应轮换根证书及其持有的 Secret（敏感凭据）：docker swarm ca --rotate。',
  },
  references: [
    'https://docs.docker.com/engine/swarm/manage-nodes/',
    'https://docs.docker.com/reference/cli/docker/node/rm/',
  ],
  check: (n) =>
    n.state === 'ready' || fail(text(`The node is ${n.state}`, `节点状态为 ${n.state}`)),
});
