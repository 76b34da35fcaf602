import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { network } from '../../core/subjects/network.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';

export const networkNoHostAccess = defineControl({
  id: 'network-no-host-access',
  subject: network,
  rating: ['breach', 'remote'],
  title: {
    en: 'The network puts no container beside the host on its own wire',
    zh: '网络未使容器直接接入宿主机所在的物理网络',
  },
  failingTitle: {
    en: 'The network puts containers beside the host on its own wire',
    zh: '网络使容器直接接入宿主机所在的物理网络',
  },
  rationale: {
    en: 'On macvlan or ipvlan a container has its own address on the network of the host: the packet filter of the engine is not on the way, and neighbours can be scanned and spoofed from inside.',
    zh: '使用 macvlan 或 ipvlan 的容器在宿主机所在网络中拥有独立地址：流量不经过引擎的包过滤规则，容器内可以扫描并冒充相邻主机。',
  },
  remediation: {
    en: 'Use a bridge and publish the ports that are needed: docker network create NAME and -p 192.0.2.10:443:8443. Where a container must be on the wire, give it a VLAN of its own (-o parent=eth0.50), filter it there, and add the driver to the parameter allowed.',
    zh: '改用网桥并只发布所需端口：docker network create 网络名，配合 -p 192.0.2.10:443:8443。确需直连时使用独立 VLAN（-o parent=eth0.50）并在该处过滤，再将驱动加入参数 allowed。',
  },
  references: [
    'https://docs.docker.com/engine/network/drivers/macvlan/',
    'https://docs.docker.com/engine/network/drivers/ipvlan/',
  ],
  params: z.object({
    allowed: z.array(z.string()).default(['bridge', 'overlay', 'host', 'null']).meta({
      en: 'Drivers that networks may have. The default are those behind the engine’s own filter, and the two networks that every engine brings: who uses the host’s is judged on workloads.',
      zh: '允许的网络驱动。默认为受引擎包过滤约束的驱动，以及引擎自带的 host、null 网络（使用 host 网络的情况由工作负载控制项判定）。',
    }),
  }),
  applies: (n) =>
    !['host', 'null'].includes(n.driver) ||
    notApplicable(text('Every engine has this network', '此为引擎自带网络')),
  check: (n, { params }) =>
    params.allowed.includes(n.driver) ||
    fail(
      text(
        `Driver ${n.driver} puts containers on another network than the engine’s own`,
        `其驱动 ${n.driver} 使容器接入引擎之外的网络`,
      ),
    ),
});
