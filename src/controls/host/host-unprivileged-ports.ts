import { z } from 'zod';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { notApplicable } from '../../core/controls/verdict.ts';
import { sysctlAtLeast } from '../blocks/host/sysctl.ts';
import { defineControl } from '../../core/controls/control.ts';

const name = 'net.ipv4.ip_unprivileged_port_start';

export const hostUnprivilegedPorts = defineControl({
  id: 'host-unprivileged-ports',
  subject: host,
  // The service of that port must be down, and its clients believe what answers.
  rating: ['breach', 'remote'],
  title: {
    en: 'Ordinary accounts cannot listen on the host’s service ports',
    zh: '普通账户不能监听主机的服务端口',
  },
  failingTitle: {
    en: 'Ordinary accounts can listen on the host’s service ports',
    zh: '普通账户可监听主机的服务端口',
  },
  rationale: {
    en: 'Ports below 1024 are trusted because only root can open them. Where that bound is lowered, any account, and any container on the host’s network, takes the port of a service that is down and collects the passwords sent to it.',
    zh: '1024 以下的端口之所以可信，是因为只有 root 能监听。若降低该界限，任何账户和任何使用主机网络的容器，都能在服务停止时占用其端口，骗取发来的口令。',
  },
  remediation: {
    en: 'sysctl -w net.ipv4.ip_unprivileged_port_start=1024, and the same line in /etc/sysctl.d/60-ports.conf. It holds for the host alone: the engine sets its own in each container.',
    zh: '执行 sysctl -w net.ipv4.ip_unprivileged_port_start=1024，并写入 /etc/sysctl.d/60-ports.conf。该值只影响主机网络，引擎会为每个容器另行设置。',
  },
  references: ['https://docs.kernel.org/networking/ip-sysctl.html'],
  params: z.object({
    minimum: z.number().int().min(0).max(65_536).default(1024).meta({
      en: 'The first port that an ordinary account may open. 1024: what has always been kept for root.',
      zh: '普通账户可监听的起始端口。1024：其下端口历来归 root 专用。',
    }),
  }),
  applies: (h) =>
    h.sysctls[name] !== undefined ||
    notApplicable(
      text(
        'This kernel has no such parameter, and keeps ports below 1024 for root',
        '内核没有该参数，1024 以下端口固定归 root 使用',
      ),
    ),
  check: (h, { params }) => sysctlAtLeast(h, name, params.minimum),
});
