import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { fail, unknown } from '../../core/controls/verdict.ts';
import { swarmNode } from '../../core/subjects/swarm.ts';
import { text } from '../../core/text.ts';
import { isAddress, isPublicAddress, isUnspecified } from '../../syntax/addresses/addresses.ts';

export const swarmNodeAddressPrivate = defineControl({
  id: 'swarm-node-address-private',
  subject: swarmNode,
  // A join token, or a network without encryption, must be found as well.
  rating: ['breach', 'remote'],
  title: {
    en: 'The managers reach the node at a private address',
    zh: '管理节点经私有地址访问该节点',
  },
  failingTitle: {
    en: 'The managers reach the node at a public address',
    zh: '管理节点经公网地址访问该节点',
  },
  rationale: {
    en: 'Nodes speak with one another over the ports 2377, 7946 and 4789. At a public address all three stand open to the internet unless a filter says otherwise, and overlays without encryption cross it in the clear.',
    zh: '节点之间使用 2377、7946 和 4789 端口通信。使用公网地址时，若无过滤规则，这些端口就暴露在互联网上；未加密的 overlay 流量也以明文经过互联网。',
  },
  remediation: {
    en: 'Join the nodes by a private network or by the address of a WireGuard interface: docker swarm leave, then docker swarm join --advertise-addr 10.8.0.2 --token TOKEN 10.8.0.1:2377, one node after the other.',
    zh: '让节点经私有网络或 WireGuard 接口的地址加入：docker swarm leave，然后 docker swarm join --advertise-addr 10.8.0.2 --token 令牌 10.8.0.1:2377，逐个节点进行。',
  },
  references: [
    'https://docs.docker.com/engine/swarm/swarm-tutorial/#open-protocols-and-ports-between-the-hosts',
    'https://www.iana.org/assignments/iana-ipv4-special-registry/iana-ipv4-special-registry.xhtml',
  ],
  params: z.object({
    allowed: z.array(z.string()).default([]).meta({
      en: 'Public addresses that are in use within your own network alone, as they are written there. Empty: none.',
      zh: '仅在自有网络内部使用的公网地址，按其原样填写。留空：没有。',
    }),
  }),
  check: ({ address }, { params }) => {
    // A manager that names none is at 0.0.0.0.
    if (!isAddress(address) || isUnspecified(address)) {
      return unknown(
        text(`The node is at no address: ${address || '?'}`, `节点没有地址：${address || '?'}`),
      );
    }
    return (
      !isPublicAddress(address) ||
      params.allowed.includes(address) ||
      fail(text(`${address} is a public address`, `${address} 是公网地址`))
    );
  },
});
