import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { isAnyAddress } from '../../syntax/addresses/addresses.ts';
import { managersOnly } from '../blocks/in-swarm.ts';

export const swarmControlPortBound = defineControl({
  id: 'swarm-control-port-bound',
  subject: engine,
  // A join token must be found as well.
  rating: ['takeover', 'remote'],
  title: {
    en: 'The Swarm’s control port listens on one address only',
    zh: 'Swarm 管理端口仅监听指定地址',
  },
  failingTitle: {
    en: 'The Swarm’s control port listens on every address',
    zh: 'Swarm 管理端口监听所有地址',
  },
  rationale: {
    en: 'Anyone who reaches the control port needs only a join token to be a node, with the secrets of the services that are placed there. On all interfaces it can be reached from every network that the host is on.',
    zh: '能够访问管理端口者，只需一个加入令牌就能成为节点并获得分配到该节点的服务 Secret（敏感凭据）。监听全部网卡，等于向主机所在的每个网络开放。',
  },
  remediation: {
    en: 'The address is chosen when a node enters the Swarm: docker swarm leave --force, then docker swarm init (or join) --listen-addr 10.0.0.11:2377 --advertise-addr 10.0.0.11. Take managers one after the other, so that a majority stays.',
    zh: '监听地址在节点加入集群时确定：docker swarm leave --force，然后 docker swarm init（或 join）--listen-addr 10.0.0.11:2377 --advertise-addr 10.0.0.11。多管理节点须逐台进行，始终保持多数在线。',
  },
  references: [
    'https://docs.docker.com/reference/cli/docker/swarm/init/#listen-addr',
    'https://docs.docker.com/engine/swarm/swarm-tutorial/#open-protocols-and-ports-between-the-hosts',
  ],
  applies: managersOnly,
  check: (e) => {
    const open = e.swarm.listeners.filter(({ address }) => isAnyAddress(address));
    const [first] = open;
    if (!first) return true;
    const { port } = first;
    return fail(text(`Port ${port} listens on all interfaces`, `管理端口 ${port} 监听全部网卡`));
  },
});
