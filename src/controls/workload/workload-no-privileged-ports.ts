import { z } from 'zod';
import type { Check, CheckContext } from '../../core/controls/check.ts';
import { all, noneFails, orElse } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { host } from '../../core/subjects/host/host.ts';
import { workload, type WorkloadFacts } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import {
  describePort,
  mayPublishPorts,
  publishesPorts,
} from '../blocks/workload/published-ports.ts';

interface Params {
  readonly threshold: number;
  readonly allowed: readonly number[];
}

/** The kernel's own setting of it. */
const startOfUnprivileged = 'net.ipv4.ip_unprivileged_port_start';

/** Whether all ports of a range that are below the threshold are allowed ones. */
function allows(
  { first, last }: { readonly first: number; readonly last: number },
  threshold: number,
  allowed: readonly number[],
): boolean {
  for (let port = first; port <= last && port < threshold; port += 1) {
    if (!allowed.includes(port)) return false;
  }
  return true;
}

/** Passes when no published port but the allowed ones is below the first that is not privileged. */
const noneBelow = (
  threshold: (ctx: CheckContext<Params>) => number,
): Check<WorkloadFacts, Params> =>
  noneFails(
    (w) => w.ports,
    (port, ctx) => {
      const { hostPort } = port;
      const range = hostPort === null ? port.hostRange : { first: hostPort, last: hostPort };
      // One that the engine picks of all there are is never a low one.
      if (range === undefined || allows(range, threshold(ctx), ctx.params.allowed)) return true;
      const shown = describePort(port);
      return fail(text(`${shown} is a privileged port`, `${shown} 占用特权端口`));
    },
  );

export const workloadNoPrivilegedPorts = defineControl({
  id: 'workload-no-privileged-ports',
  subject: workload,
  // The port was chosen by the person who started it, and usually is 80 or 443: that yields nothing.
  rating: ['weakness', 'open'],
  title: {
    en: 'Only allowed privileged ports of the host are published',
    zh: '未占用允许范围之外的宿主机特权端口',
  },
  failingTitle: {
    en: 'A privileged port of the host is published beyond the allowed ones',
    zh: '占用了允许范围之外的宿主机特权端口',
  },
  rationale: {
    en: 'Clients take what answers on a low port for a service of the system, since only root may open one. The engine, which is root, opens it for any container.',
    zh: '低位端口只有 root 才能监听，客户端因而默认其后是系统服务；而以 root 运行的引擎会替任意容器打开这些端口。',
  },
  remediation: {
    en: 'Publish on a port that is not privileged, from 1024 on unless the host says otherwise: --publish 192.0.2.10:8443:443, in Compose ports: ["192.0.2.10:8443:443"]. Where a proxy must have 80 and 443, allow these two in the parameters of this control.',
    zh: '改用非特权端口（除非宿主机另有设置，即 1024 及以上）：--publish 192.0.2.10:8443:443，Compose 中写 ports: ["192.0.2.10:8443:443"]。反向代理确需 80 与 443 时，在本控制项的参数中放行这两个端口。',
  },
  references: [
    'https://docs.docker.com/engine/network/port-publishing/',
    'https://docs.kernel.org/networking/ip-sysctl.html',
  ],
  params: z.object({
    threshold: z.number().int().min(0).max(65_536).default(1024).meta({
      en: "First port that is not privileged, where the host's own setting (ip_unprivileged_port_start) was not read; 1024 is the kernel's default.",
      zh: '未采集到宿主机设置（ip_unprivileged_port_start）时，首个非特权端口的编号；1024 为内核默认值。',
    }),
    allowed: z.array(z.number().int().min(1).max(65_535)).default([]).meta({
      en: 'Privileged ports that may be published all the same; none by default.',
      zh: '仍允许发布的特权端口；默认为空。',
    }),
  }),
  applies: mayPublishPorts,
  check: all(
    publishesPorts,
    orElse(
      noneBelow((ctx) => {
        const starts = ctx.all(host).flatMap(({ sysctls }) => {
          const start = Number(sysctls[startOfUnprivileged]);
          return Number.isInteger(start) ? [start] : [];
        });
        return starts.length > 0 ? Math.max(...starts) : ctx.params.threshold;
      }),
      noneBelow((ctx) => ctx.params.threshold),
    ),
  ),
});
