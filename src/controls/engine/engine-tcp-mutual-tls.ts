import { each } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { spellListener } from '../blocks/engine/tls-listeners.ts';

const met = {
  none: text('answers in clear text', '以明文应答'),
  server: text('lets a client in without a certificate', '允许无证书的客户端接入'),
} as const;

export const engineTcpMutualTls = defineControl({
  id: 'engine-tcp-mutual-tls',
  subject: engine,
  rating: ['takeover', 'open'],
  title: {
    en: 'Every TCP port of the API demands a client certificate',
    zh: 'API 的所有 TCP 端口均要求客户端证书',
  },
  failingTitle: {
    en: 'A TCP port of the API demands no client certificate',
    zh: 'API 的 TCP 端口未要求客户端证书',
  },
  rationale: {
    en: 'Anyone who reaches the API is root on the host: one request starts a container with the whole disk in it. A port without client certificates gives that to the network, and one on loopback to every local process.',
    zh: '能访问 API 就等同于宿主机 root：一次请求即可启动一个挂载整块磁盘的容器。端口不校验客户端证书，等于把 root 权限交给整个网络；即使只监听回环地址，也等于交给本机的每个进程。',
  },
  remediation: {
    en: 'Remove tcp:// from "hosts" in daemon.json and from ExecStart, and use ssh:// instead; or set "tlsverify": true with "tlscacert", "tlscert" and "tlskey". Then restart: systemctl restart docker.',
    zh: '从 daemon.json 的 "hosts" 和 ExecStart 中去掉 tcp://，改用 ssh://；或设置 "tlsverify": true 并配好 "tlscacert"、"tlscert"、"tlskey"。随后重启：systemctl restart docker。',
  },
  references: [
    'https://docs.docker.com/engine/security/protect-access/',
    'https://docs.docker.com/reference/cli/dockerd/',
  ],
  check: each(
    (e) => e.listeners,
    (listener) => {
      const { tls } = listener;
      if (tls === 'mutual') return true;
      const at = spellListener(listener);
      return fail(text(`${at} ${met[tls].en}`, `${at} ${met[tls].zh}`));
    },
    text('The API listens on no TCP port', 'API 未监听任何 TCP 端口'),
  ),
});
