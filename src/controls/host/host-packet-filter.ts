import { defineControl } from '../../core/controls/control.ts';
import { fail, pass } from '../../core/controls/verdict.ts';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { whereDefenceIsRead } from '../blocks/host/defence.ts';

export const hostPacketFilter = defineControl({
  id: 'host-packet-filter',
  subject: host,
  rating: ['takeover', 'remote'],
  title: {
    en: 'A packet filter of the host refuses what no rule lets in',
    zh: '宿主机防火墙默认拒绝入站流量',
  },
  failingTitle: {
    en: 'No packet filter of the host refuses what no rule lets in',
    zh: '宿主机没有默认拒绝入站流量的防火墙',
  },
  rationale: {
    en: 'A service that was started for a try, or a container on the host’s network, listens for everybody who reaches the host. With a filter that refuses by itself, opening a port is a decision.',
    zh: '临时启动的服务或使用宿主机网络的容器，会向所有可达者开放端口。防火墙默认拒绝时，开放端口才是一项明确的决定。',
  },
  remediation: {
    en: 'Write a chain with “type filter hook input priority 0; policy drop;” into /etc/nftables.conf and systemctl enable --now nftables, or use ufw enable or firewalld. Ports that the engine publishes go past the chain input: bind them to an address, and filter them in DOCKER-USER.',
    zh: '在 /etc/nftables.conf 中写入含“type filter hook input priority 0; policy drop;”的链，并执行 systemctl enable --now nftables；或使用 ufw enable、firewalld。引擎映射的端口不经过 input 链：应绑定到指定地址，并在 DOCKER-USER 中过滤。',
  },
  references: [
    'https://www.netfilter.org/projects/nftables/manpage.html',
    'https://docs.docker.com/engine/network/packet-filtering-firewalls/',
  ],
  applies: whereDefenceIsRead,
  check: ({ defence }) => {
    const firewall = defence?.firewall ?? [];
    if (firewall.some(({ incoming }) => incoming === 'refused')) {
      return pass(
        text(
          'The files of what starts with the host say so; the rules in the kernel were not read',
          '依据随系统启动的服务判定，未读取内核中的规则',
        ),
      );
    }
    const open = firewall.map(({ service, file }) => `${service} (${file})`);
    return fail(
      open.length === 0
        ? text('No packet filter starts with the host', '没有随系统启动的防火墙')
        : text(
            `Lets in what no rule is about: ${open.join(', ')}`,
            `未默认拒绝入站流量：${open.join('、')}`,
          ),
    );
  },
});
