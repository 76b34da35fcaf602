import { z } from 'zod';
import { all, each } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { swarm } from '../../core/subjects/swarm.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { olderThan, tlsVersion } from '../blocks/engine/tls-versions.ts';

export const swarmControlPortTls = defineControl({
  id: 'swarm-control-port-tls',
  subject: swarm,
  rating: ['takeover', 'remote'],
  title: {
    en: 'A manager’s control port speaks mutual TLS',
    zh: '管理节点的控制端口使用双向 TLS',
  },
  failingTitle: {
    en: 'A manager’s control port does without mutual TLS',
    zh: '管理节点的控制端口未使用双向 TLS',
  },
  rationale: {
    en: 'Over this port managers and workers learn what to run, and secrets travel. Old TLS, a certificate of another authority, or no wish for the other side’s certificate would each open that to the network.',
    zh: '节点经由此端口接收任务，Secret（敏感凭据）也由此传输。TLS 版本过旧、证书并非本集群 CA 签发、或不索取对端证书，都会使其暴露于网络。',
  },
  remediation: {
    en: 'A Swarm does this by itself. Where it does not, something stands before the port, or the release is old: upgrade the engine, renew the certificates with docker swarm ca --rotate, and admit only nodes to port 2377.',
    zh: 'Swarm 默认即如此。若不符合，说明端口前另有设备或引擎版本过旧：请升级引擎，用 docker swarm ca --rotate 更新证书，并只允许集群节点访问 2377 端口。',
  },
  references: [
    'https://docs.docker.com/engine/swarm/how-swarm-mode-works/pki/',
    'https://docs.docker.com/engine/swarm/swarm-tutorial/',
  ],
  params: z.object({
    minimum: tlsVersion.default('TLSv1.2').meta({
      en: 'Oldest version of TLS that may be agreed to. Swarm itself begins at 1.2.',
      zh: '允许协商的最低 TLS 版本。Swarm 自身从 1.2 开始。',
    }),
  }),
  check: all(
    (s) =>
      s.controlPort.handshake.versions.length > 0 ||
      fail(text('Agrees to no version of TLS', '未能协商任何 TLS 版本')),
    each(
      (s) => s.controlPort.handshake.versions,
      (version, { params }) =>
        !olderThan(version, params.minimum) ||
        fail(text(`Agrees to ${version}`, `接受 ${version}`)),
    ),
    each(
      (s) => s.controlPort.handshake.ciphers,
      ({ name, authenticated, keyBits }) =>
        (authenticated && keyBits > 0) || fail(text(`Agrees to ${name}`, `接受 ${name}`)),
    ),
    each(
      (s) => s.controlPort.handshake.certificates,
      ({ role, subject, anchor }) =>
        role === 'authority' ||
        anchor === 'own' ||
        fail(
          text(
            `The certificate of ${subject} is not of this Swarm’s authority`,
            `${subject} 的证书并非本集群 CA 签发`,
          ),
        ),
    ),
    (s) =>
      s.controlPort.handshake.clientAuthorities !== null ||
      fail(text('Does not ask for a certificate', '不索取对端证书')),
  ),
});
