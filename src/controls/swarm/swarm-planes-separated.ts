import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { inSwarm } from '../blocks/in-swarm.ts';

export const swarmPlanesSeparated = defineControl({
  id: 'swarm-planes-separated',
  subject: engine,
  rating: ['disruption', 'remote'],
  title: {
    en: 'Traffic of containers takes another address than the Swarm’s own',
    zh: 'Swarm 的管理流量与业务流量使用不同地址',
  },
  failingTitle: {
    en: 'Traffic of containers shares the Swarm’s own address',
    zh: 'Swarm 的管理流量与业务流量使用同一地址',
  },
  rationale: {
    en: 'On one interface a flood from containers drowns the heartbeats of the managers, and the Swarm falls apart just when it should react. Apart, each can also be filtered for what it is.',
    zh: '共用一个接口时，容器流量的洪峰会淹没管理节点的心跳，集群恰在需要应对时失联。分开之后，还可按各自用途分别设置访问控制。',
  },
  remediation: {
    en: 'The address is chosen when a node enters the Swarm: docker swarm leave --force, then docker swarm init (or join) --advertise-addr eth0 --data-path-addr eth1, one node after the other.',
    zh: '数据面地址在节点加入集群时确定：docker swarm leave --force，然后 docker swarm init（或 join）--advertise-addr eth0 --data-path-addr eth1，逐个节点进行。',
  },
  references: [
    'https://docs.docker.com/engine/swarm/networking/#use-a-separate-interface-for-control-and-data-traffic',
    'https://docs.docker.com/reference/cli/docker/swarm/init/#data-path-addr',
  ],
  applies: inSwarm,
  check: (e) => {
    const { dataPathAddress, nodeAddress } = e.swarm;
    if (dataPathAddress !== '' && dataPathAddress !== nodeAddress) return true;
    return fail(text(`Both take ${nodeAddress}`, `二者均使用 ${nodeAddress}`));
  },
});
