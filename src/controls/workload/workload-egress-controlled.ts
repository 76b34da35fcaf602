import { z } from 'zod';
import { all, noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { network } from '../../core/subjects/network.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable, unknown } from '../../core/controls/verdict.ts';

export const workloadEgressControlled = defineControl({
  id: 'workload-egress-controlled',
  subject: workload,
  // Something must have been broken into before it calls home.
  rating: ['breach', 'remote'],
  title: {
    en: 'The container reaches the outside only by networks meant for it',
    zh: '容器仅经由指定网络访问外部',
  },
  failingTitle: {
    en: 'The container has a way out by a network that is not meant for it',
    zh: '容器可经由非指定网络访问外部',
  },
  rationale: {
    en: 'What was broken into calls home first: it fetches its tools and sends out what it found. On an internal network it cannot, whatever runs in it.',
    zh: '失陷的容器首先会向外联络：下载工具、外传数据。处于内部网络的容器，无论其中运行什么都无法外联。',
  },
  remediation: {
    en: 'Create the network with docker network create --internal (in Compose: internal: true), and put a proxy on a second network for what must go out. Name the networks with a way out in the parameters of this control.',
    zh: '以 docker network create --internal 创建内部网络（Compose 中为 internal: true），确需外联的流量经第二个网络上的代理转发，并将可外联的网络写入本控制项的参数。',
  },
  references: [
    'https://docs.docker.com/reference/cli/docker/network/create/#internal',
    'https://docs.docker.com/engine/network/',
  ],
  params: z.object({
    allowed: z.array(z.string()).nullable().default(null).meta({
      en: 'Names of the networks that may have a way out; empty means none. Null, so that the control does not apply, until somebody has drawn that line.',
      zh: '允许外联的网络名称，空列表表示一律不允许。默认 null，即在划定边界之前本控制项不适用。',
    }),
  }),
  applies: (_, { params }) =>
    params.allowed !== null ||
    notApplicable(text('No list of networks with a way out is set', '未设置可外联网络清单')),
  check: all(
    (w) =>
      w.namespaces.network.resolved !== 'host' ||
      fail(text("On the host's network", '使用宿主机网络')),
    noneFails(
      (w, ctx) => {
        const owner = w.namespaces.network.chain.at(-1);
        // Who joins a container is on its networks.
        const joined = owner === undefined ? w : ctx.find(workload, owner);
        return joined?.networks ?? [{ name: owner ?? '', id: '' }];
      },
      ({ name, id }, ctx) => {
        if (name === 'none' || ctx.params.allowed?.includes(name) === true) return true;
        const found = ctx.find(network, id);
        if (found === undefined) {
          return unknown(text(`The network ${name} was not read`, `未采集到网络 ${name}`));
        }
        return (
          found.internal ||
          fail(text(`The network ${name} has a way out`, `网络 ${name} 可访问外部`))
        );
      },
    ),
  ),
});
