import { defineControl } from '../../core/controls/control.ts';
import { network, type NetworkFacts } from '../../core/subjects/network.ts';
import { text } from '../../core/text.ts';
import { comparedResource, heldToResource } from '../blocks/drift/resource.ts';

export const networkAsIntended = defineControl({
  id: 'network-as-intended',
  subject: network,
  // What the file closes must stand open, and somebody must be there to use it.
  rating: ['breach', 'remote'],
  title: {
    en: 'A network of a Compose project is as its file says',
    zh: 'Compose 项目的网络与其文件一致',
  },
  failingTitle: {
    en: 'A network of a Compose project differs from its file',
    zh: 'Compose 项目的网络与其文件不一致',
  },
  rationale: {
    en: 'Compose leaves a network that exists as it is. One that was made by hand, or before the file said internal, has a way out that everybody who reads the file believes closed.',
    zh: 'Compose 不会改动已存在的网络。手工创建或在文件写明 internal 之前建立的网络仍有外部出口，而阅读文件的人都以为已经封闭。',
  },
  remediation: {
    en: 'Networks cannot be changed: docker compose down, which removes it, and docker compose up -d, which makes it as the file says.',
    zh: '网络建成后不能修改：先执行 docker compose down 将其删除，再执行 docker compose up -d 按文件重建。',
  },
  references: [
    'https://docs.docker.com/reference/compose-file/networks/',
    'https://docs.docker.com/reference/cli/docker/compose/down/',
  ],
  applies: comparedResource(),
  check: heldToResource<NetworkFacts>(network, [
    [text('driver', '驱动'), (n) => n.driver],
    [text('internal', '内部网络'), (n) => n.internal],
    [text('attachable', '可附加'), (n) => n.attachable],
    [text('IPv6', 'IPv6'), (n) => n.ipv6],
    [text('traffic between containers', '容器互访'), (n) => n.interContainerTraffic],
    [text('encrypted', '加密'), (n) => n.encrypted],
    [
      text('subnets', '子网'),
      (n, intended) => (intended.subnets.length === 0 ? '' : n.subnets.toSorted().join(' ')),
    ],
  ]),
});
