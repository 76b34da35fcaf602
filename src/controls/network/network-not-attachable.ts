import { defineControl } from '../../core/controls/control.ts';
import { network } from '../../core/subjects/network.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';

export const networkNotAttachable = defineControl({
  id: 'network-not-attachable',
  subject: network,
  rating: ['breach', 'remote'],
  title: {
    en: 'Only services of the Swarm can join the overlay network',
    zh: 'overlay 网络仅允许 Swarm 服务接入',
  },
  failingTitle: {
    en: 'Any container can join the overlay network',
    zh: '任何容器均可接入 overlay 网络',
  },
  rationale: {
    en: 'Who may start a container on any one node can put it on an attachable overlay, beside services of the whole Swarm, without a manager having said yes.',
    zh: '可附加的 overlay 网络意味着：只要能在任一节点启动容器，就能把它接到整个集群的服务旁边，无需经过管理节点同意。',
  },
  remediation: {
    en: 'Networks cannot be changed: make a new one without --attachable, docker network create --driver overlay --opt encrypted NAME, move the services with docker service update --network-add and --network-rm, and remove the old one.',
    zh: '网络建成后不能修改：新建时不带 --attachable：docker network create --driver overlay --opt encrypted 网络名；用 docker service update --network-add 和 --network-rm 迁移服务后删除旧网络。',
  },
  references: [
    'https://docs.docker.com/engine/network/drivers/overlay/',
    'https://docs.docker.com/reference/cli/docker/network/create/#attachable',
  ],
  applies: (n) =>
    n.driver === 'overlay' ||
    notApplicable(text('This is not an overlay network', '不是 overlay 网络')),
  check: (n) =>
    !n.attachable ||
    fail(text('Any container of any node may join it', '任一节点上的任何容器均可接入')),
});
