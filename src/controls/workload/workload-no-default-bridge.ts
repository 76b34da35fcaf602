import { noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { network } from '../../core/subjects/network.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail, unknown } from '../../core/controls/verdict.ts';

/** The engine keeps this name for its default bridge: no other network can have it. */
const reservedName = 'bridge';

export const workloadNoDefaultBridge = defineControl({
  id: 'workload-no-default-bridge',
  subject: workload,
  // Somebody must have put a service there that trusts anyone who reaches it.
  rating: ['breach', 'remote'],
  title: {
    en: 'The container is not on the default bridge',
    zh: '容器未接入默认网桥',
  },
  failingTitle: {
    en: 'The container is on the default bridge',
    zh: '容器接入了默认网桥',
  },
  rationale: {
    en: 'Every container for which nothing is said lands on the default bridge, and there strangers reach one another. A network made for an application holds its members only.',
    zh: '未指定网络的容器都会接入默认网桥，互不相干的容器因此彼此可达。为每个应用建立专用网络，才能实现网络区域划分与隔离。',
  },
  remediation: {
    en: 'Make a network and use it: docker network create app, then --network app; Compose makes one for each project unless network_mode: bridge is written.',
    zh: '创建专用网络并使用：docker network create app，启动时加 --network app；Compose 会为每个项目自动建网，去掉 network_mode: bridge 即可。',
  },
  references: ['https://docs.docker.com/engine/network/drivers/bridge/'],
  check: noneFails(
    (w, ctx) => {
      const { mode, chain } = w.namespaces.network;
      // Who joins a container is on the networks of the one at the end of the chain, and has none by itself.
      const owner = mode === 'container' ? chain.at(-1) : undefined;
      if (owner === undefined) return w.networks;
      return ctx.find(workload, owner)?.networks ?? [{ name: '', id: owner }];
    },
    ({ name, id }, ctx) => {
      if (name === '') {
        return unknown(
          text(
            `The networks of ${id}, which it joins, were not read`,
            `未读取其加入的 ${id} 所在的网络`,
          ),
        );
      }
      const isDefault =
        name === reservedName || (id !== '' && ctx.find(network, id)?.defaultBridge === true);
      return (
        !isDefault || fail(text(`Attached to the default bridge ${name}`, `已接入默认网桥 ${name}`))
      );
    },
  ),
});
