import { z } from 'zod';
import { each } from '../../core/controls/combinators.ts';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { defineControl } from '../../core/controls/control.ts';

export const hostKernelNetworkRedirects = defineControl({
  id: 'host-kernel-network-redirects',
  subject: host,
  rating: ['breach', 'remote'],
  title: {
    en: 'No packet can change the host’s routes or hide where it is from',
    zh: '数据包不能改变主机路由或伪造来源',
  },
  failingTitle: {
    en: 'Packets can change the host’s routes or hide where they are from',
    zh: '数据包可改变主机路由或伪造来源',
  },
  rationale: {
    en: 'A host with containers forwards packets for them. Where it believes redirects or source routes, anyone who is beside it, a container included, leads its traffic through themselves; without a check of the sender’s address, packets come in under a stranger’s name.',
    zh: '运行容器的主机会为其转发数据包。若接受重定向或源路由，邻近者（包括容器）可把流量引向自己；若不校验来源地址，数据包就能冒名进入。',
  },
  remediation: {
    en: 'Write net.ipv4.conf.all.accept_redirects=0, net.ipv4.conf.default.accept_redirects=0, net.ipv4.conf.all.send_redirects=0, net.ipv4.conf.default.send_redirects=0, net.ipv4.conf.all.accept_source_route=0, net.ipv4.conf.all.rp_filter=1 and net.ipv6.conf.default.accept_redirects=0 into /etc/sysctl.d/60-routes.conf, one line each, also for the interfaces that the finding names, and load them: sysctl --system. Leave net.ipv4.ip_forward=1: containers need it.',
    zh: '在 /etc/sysctl.d/60-routes.conf 中逐行写入 net.ipv4.conf.all.accept_redirects=0、net.ipv4.conf.default.accept_redirects=0、net.ipv4.conf.all.send_redirects=0、net.ipv4.conf.default.send_redirects=0、net.ipv4.conf.all.accept_source_route=0、net.ipv4.conf.all.rp_filter=1 和 net.ipv6.conf.default.accept_redirects=0，对结果中列出的网卡也照此设置，并用 sysctl --system 加载。net.ipv4.ip_forward=1 应保留，容器需要它。',
  },
  references: [
    'https://docs.kernel.org/networking/ip-sysctl.html',
    'https://www.rfc-editor.org/info/bcp38',
  ],
  params: z.object({
    reversePath: z
      .array(z.enum(['off', 'strict', 'loose']))
      .default(['strict', 'loose'])
      .meta({
        en: 'How senders may be checked. Loose is enough where answers take another way than requests came.',
        zh: '允许的来源校验方式。往返路径不同的网络中，宽松（loose）校验即可。',
      }),
  }),
  check: each(
    (h) => h.network.interfaces,
    (port, { params }) => {
      const wrong = [
        port.acceptsRedirects && 'accept_redirects',
        port.sendsRedirects && 'send_redirects',
        port.acceptsSourceRoutes && 'accept_source_route',
        port.acceptsIpv6Redirects && 'IPv6 accept_redirects',
        !params.reversePath.includes(port.reversePath) && `rp_filter (${port.reversePath})`,
      ].filter((one) => one !== false);
      if (wrong.length === 0) return true;
      return fail(text(`${port.name}: ${wrong.join(', ')}`, `${port.name}：${wrong.join('、')}`));
    },
    text('The host has no network interface', '宿主机没有网络接口'),
  ),
});
