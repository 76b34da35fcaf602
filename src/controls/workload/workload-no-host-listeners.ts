import { z } from 'zod';
import { noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable, unknown } from '../../core/controls/verdict.ts';
import { isLoopback, spellEndpoint } from '../../syntax/addresses/addresses.ts';
import { inPortList, portEntry } from '../blocks/port-list.ts';

export const workloadNoHostListeners = defineControl({
  id: 'workload-no-host-listeners',
  subject: workload,
  // What listens there has an access control of its own.
  rating: ['breach', 'remote'],
  title: {
    en: 'On the host’s network, the container listens only on allowed ports',
    zh: '容器使用宿主机网络时未监听允许范围之外的端口',
  },
  failingTitle: {
    en: 'On the host’s network, the container listens on ports beyond the allowed ones',
    zh: '容器使用宿主机网络并监听允许范围之外的端口',
  },
  rationale: {
    en: "On the network of the host nothing is published: each port on which the container listens is open on the host, past the engine's rules, and no list of published ports shows it.",
    zh: '使用宿主机网络的容器无需发布端口：其监听的每个端口都直接开放在宿主机上，绕过引擎的规则，也不出现在任何端口发布清单中。',
  },
  remediation: {
    en: 'Give it a network of its own and publish what is needed: remove --network host (in Compose: network_mode: host). Where it must stay, let it listen on loopback, or name its ports in the parameters of this control.',
    zh: '为其使用独立网络并只发布所需端口：去掉 --network host（Compose 中为 network_mode: host）。确需保留时，让其仅监听回环地址，或将端口写入本控制项的参数。',
  },
  references: [
    'https://docs.docker.com/engine/network/drivers/host/',
    'https://man7.org/linux/man-pages/man5/proc_pid_net.5.html',
  ],
  params: z.object({
    allowed: z.array(portEntry).default([]).meta({
      en: 'TCP ports that it may listen on: "9100" or "8000-8099". None by default.',
      zh: '允许监听的 TCP 端口，如 "9100"、"8000-8099"。默认为空。',
    }),
  }),
  applies: (w) => {
    if (w.namespaces.network.resolved !== 'host') {
      return notApplicable(text('Has a network of its own', '使用独立的网络命名空间'));
    }
    if (w.listeners !== undefined) return true;
    return w.state === 'running' || w.state === 'paused' || w.state === 'restarting'
      ? unknown(text('What it listens on was not read', '未采集到其监听的端口'))
      : notApplicable(text('Not running, and listens on nothing', '未在运行，没有监听端口'));
  },
  check: noneFails(
    (w) => w.listeners ?? [],
    ({ address, port }, { params }) => {
      if (isLoopback(address) || inPortList(port, 'tcp', params.allowed)) return true;
      const at = spellEndpoint(address, port);
      return fail(text(`Listens on ${at} of the host`, `在宿主机的 ${at} 上监听`));
    },
  ),
});
