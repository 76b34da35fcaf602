import { text } from '../../core/text.ts';
import { all, ifAny, not } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import {
  mayPublishPorts,
  publishesOn,
  publishesPorts,
} from '../blocks/workload/published-ports.ts';

export const workloadPortsBoundToInterface = defineControl({
  id: 'workload-ports-bound-to-interface',
  subject: workload,
  // What listens there has an access control of its own.
  rating: ['breach', 'remote'],
  title: {
    en: 'Each published port is bound to one address of the host',
    zh: '发布的端口均绑定到指定地址',
  },
  failingTitle: {
    en: 'A published port is open on every address of the host',
    zh: '发布的端口未绑定到指定地址',
  },
  rationale: {
    en: 'A port published without an address is open on every network the host is in, management and public ones included. The engine lets it through ahead of the rules of most host firewalls.',
    zh: '未指定地址的端口会在宿主机所处的全部网络上开放，包括管理网和公网；且引擎写入的规则先于多数主机防火墙规则生效。',
  },
  remediation: {
    en: 'Name the address: --publish 192.0.2.10:8443:8443, in Compose ports: ["192.0.2.10:8443:8443"]; for all containers "ip": "192.0.2.10" in daemon.json. A Swarm publishes on every address of its nodes: put a firewall in front of them.',
    zh: '写明地址：--publish 192.0.2.10:8443:8443，Compose 中写 ports: ["192.0.2.10:8443:8443"]；统一默认值则在 daemon.json 中写 "ip": "192.0.2.10"。Swarm 会在节点的所有地址上发布端口，应在其前部署防火墙。',
  },
  references: ['https://docs.docker.com/engine/network/port-publishing/'],
  applies: mayPublishPorts,
  check: ifAny(
    (w) => w.ports.length > 0,
    all(publishesPorts, not(publishesOn('any'))),
    text('No port is published', '未发布任何端口'),
  ),
});
