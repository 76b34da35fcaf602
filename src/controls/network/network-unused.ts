import { defineControl } from '../../core/controls/control.ts';
import { network } from '../../core/subjects/network.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';

export const networkUnused = defineControl({
  id: 'network-unused',
  subject: network,
  rating: ['weakness', 'open'],
  title: {
    en: 'No network is left over',
    zh: '没有闲置的网络',
  },
  failingTitle: {
    en: 'The network is left over',
    zh: '网络处于闲置状态',
  },
  rationale: {
    en: 'A network that nothing is on keeps its range of addresses, its bridge and its rules, and hides among the ones that matter. A new container may join it by a name that somebody remembers.',
    zh: '无人使用的网络仍占用地址段、网桥和过滤规则，并混在有用的网络之中；新容器还可能因误记名称而接入。',
  },
  remediation: {
    en: 'Remove it, docker network rm NAME, or all that nothing uses: docker network prune --filter "until=168h".',
    zh: '删除：docker network rm 网络名；或清理全部未使用的网络：docker network prune --filter "until=168h"。',
  },
  references: [
    'https://docs.docker.com/engine/manage-resources/pruning/#prune-networks',
    'https://docs.docker.com/reference/cli/docker/network/prune/',
  ],
  applies: (n) => {
    const given = n.defaultBridge || n.ingress || ['host', 'null'].includes(n.driver);
    return !given || notApplicable(text('Every engine has this network', '此为引擎自带网络'));
  },
  check: (n) =>
    // The mesh of a Swarm is no workload, and keeps its own end on a network.
    n.usedBy[0] !== undefined ||
    n.containers.length > 0 ||
    fail(text('Nothing is on it, and nothing asks for it', '没有任何容器或服务使用该网络')),
});
