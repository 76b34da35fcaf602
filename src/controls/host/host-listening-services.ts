import { z } from 'zod';
import type { CheckContext } from '../../core/controls/check.ts';
import { engine } from '../../core/subjects/engine.ts';
import { spellEndpoint } from '../../syntax/addresses/addresses.ts';
import { host } from '../../core/subjects/host/host.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { defineControl } from '../../core/controls/control.ts';

/** Where a Swarm's nodes speak to one another. */
const swarmPorts = [2377, 7946];

/** The ports that engines open for containers, for their Swarm and for their own API. */
function enginePorts(ctx: CheckContext): ReadonlySet<number> {
  const published = ctx
    .all(workload)
    .flatMap(({ ports }) => ports.flatMap(({ hostPort }) => hostPort ?? []));
  const own = ctx
    .all(engine)
    .flatMap(({ listeners, swarm }) => [
      ...listeners.map(({ port }) => port),
      ...(swarm.state === 'active' ? swarmPorts : []),
    ]);
  return new Set([...published, ...own]);
}

export const hostListeningServices = defineControl({
  id: 'host-listening-services',
  subject: host,
  // The service must have a flaw or a weak login of its own.
  rating: ['breach', 'remote'],
  title: {
    en: 'Nothing listens on the host but what is meant to',
    zh: '宿主机上没有计划外的监听服务',
  },
  failingTitle: {
    en: 'An unexpected service listens on the host',
    zh: '宿主机上有计划外的监听服务',
  },
  rationale: {
    en: 'Every service beside the engine is one more way onto a host on which all containers depend, and containers reach it too. What the engine publishes is judged elsewhere; what is left should be the door for administrators.',
    zh: '引擎之外的每个服务都是通往主机的又一条路，容器也能访问到，而所有容器都依赖这台主机。引擎发布的端口另有控制项判断，除此之外应当只剩管理入口。',
  },
  remediation: {
    en: 'Find the program with ss -ltnp, then stop it for good with systemctl disable --now SERVICE, or bind it to 127.0.0.1. List ports that belong here in the parameter ports.',
    zh: '用 ss -ltnp 找到对应程序，再用 systemctl disable --now 服务名 停用，或改为监听 127.0.0.1。确需保留的端口写入参数 ports。',
  },
  references: [
    'https://csrc.nist.gov/pubs/sp/800/190/final',
    'https://man7.org/linux/man-pages/man5/proc_pid_net.5.html',
  ],
  params: z.object({
    ports: z.array(z.number().int().min(1).max(65_535)).default([22]).meta({
      en: 'TCP ports that may be open. 22: administrators come in by SSH.',
      zh: '允许监听的 TCP 端口。22：管理员通过 SSH 登录。',
    }),
  }),
  check: (h, ctx) => {
    const others = h.network.listeners.filter(({ port }) => !ctx.params.ports.includes(port));
    if (others.length === 0) return true;
    const engines = enginePorts(ctx);
    const left = others.filter(({ port }) => !engines.has(port));
    if (left.length === 0) return true;
    const list = left.map(({ address, port }) => spellEndpoint(address, port));
    return fail(text(`Also listening: ${list.join(', ')}`, `另有监听：${list.join('、')}`));
  },
});
