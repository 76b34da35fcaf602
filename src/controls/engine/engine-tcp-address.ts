import { z } from 'zod';
import { each } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { spellListener } from '../blocks/engine/tls-listeners.ts';

const loopback = /^127\.|^::1$/;

export const engineTcpAddress = defineControl({
  id: 'engine-tcp-address',
  subject: engine,
  // The certificates must fail too.
  rating: ['takeover', 'remote'],
  title: {
    en: 'The API listens on a management address, not on all interfaces',
    zh: 'API 仅监听管理地址，不监听全部网卡',
  },
  failingTitle: {
    en: 'The API listens on all interfaces or on another address than management’s',
    zh: 'API 监听全部网卡或非管理地址',
  },
  rationale: {
    en: 'On all interfaces the API can be reached from every network of the host, those of its containers among them, and from each that is added later. Then the certificates are the only barrier left.',
    zh: '监听全部网卡时，宿主机所接入的每个网络（包括容器网络及日后新增的网络）都能访问 API，仅剩证书这一道防线。',
  },
  remediation: {
    en: 'Name the address of the management network, "hosts": ["unix:///var/run/docker.sock", "tcp://192.0.2.10:2376"] in daemon.json, with the TLS that engine-tcp-mutual-tls wants, take -H out of ExecStart, and restart: systemctl daemon-reload && systemctl restart docker.',
    zh: '在 daemon.json 中写明管理网地址，如 "hosts": ["unix:///var/run/docker.sock", "tcp://192.0.2.10:2376"]，按 engine-tcp-mutual-tls 配好 TLS，去掉 ExecStart 中的 -H，然后重启：systemctl daemon-reload && systemctl restart docker。',
  },
  references: [
    'https://docs.docker.com/reference/cli/dockerd/',
    'https://docs.docker.com/engine/daemon/remote-access/',
  ],
  params: z.object({
    allowed: z.array(z.string()).default([]).meta({
      en: 'Addresses of the management network, as they are bound. Empty: any address of one interface; loopback is always one.',
      zh: '管理网络的地址，须与监听地址一致。留空：任意单一网络接口的地址均可；回环地址始终允许。',
    }),
  }),
  check: each(
    (e) => e.listeners,
    (listener, { params }) => {
      const at = spellListener(listener);
      if (listener.allInterfaces) {
        return fail(text(`${at} is all interfaces`, `${at} 监听全部网卡`));
      }
      const { address } = listener;
      if (loopback.test(address) || params.allowed.length === 0) return true;
      return (
        params.allowed.includes(address) ||
        fail(text(`${at} is no management address`, `${at} 不是管理地址`))
      );
    },
    text('The API listens on no TCP port', 'API 未监听任何 TCP 端口'),
  ),
});
