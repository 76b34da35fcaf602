import { defineControl } from '../../core/controls/control.ts';
import { network } from '../../core/subjects/network.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';

export const networkOverlayEncrypted = defineControl({
  id: 'network-overlay-encrypted',
  subject: network,
  rating: ['breach', 'one step'],
  title: {
    en: 'Overlay traffic between hosts is encrypted',
    zh: '跨主机 overlay 网络流量已加密',
  },
  failingTitle: {
    en: 'Overlay traffic between hosts is not encrypted',
    zh: '跨主机 overlay 网络流量未加密',
  },
  rationale: {
    en: 'Swarm encrypts what its managers say, not what containers say. On an overlay without encryption, card data or passwords cross the network between hosts as they are, and packets can be forged.',
    zh: 'Swarm 默认只加密管理流量，不加密业务流量。未加密的 overlay 网络上，持卡人数据、口令等以明文在主机间传输，数据包也可被伪造。',
  },
  remediation: {
    en: 'Networks cannot be changed, so make a new one, docker network create --driver overlay --opt encrypted NAME, move the services with docker service update --network-add and --network-rm, and remove the old one. In Compose: driver_opts: {encrypted: "true"}.',
    zh: '网络建成后不能修改，需新建：docker network create --driver overlay --opt encrypted 网络名；用 docker service update --network-add 和 --network-rm 迁移服务，再删除旧网络。Compose 中写 driver_opts: {encrypted: "true"}。',
  },
  references: [
    'https://docs.docker.com/engine/network/drivers/overlay/',
    'https://docs.docker.com/engine/swarm/networking/',
  ],
  applies: (n) =>
    n.driver === 'overlay' ||
    notApplicable(text('This is not an overlay network', '不是 overlay 网络')),
  check: (n) =>
    n.encrypted === true ||
    fail(text('What goes between hosts is not encrypted', '跨主机流量未加密')),
});
