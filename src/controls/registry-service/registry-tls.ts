import { z } from 'zod';
import { combinator, evaluate } from '../../core/controls/check.ts';
import { each } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { fail } from '../../core/controls/verdict.ts';
import {
  registryService,
  type RegistryServiceFacts,
} from '../../core/subjects/registry-service.ts';
import { text } from '../../core/text.ts';
import { olderThan, tlsVersion, type TlsVersion } from '../blocks/engine/tls-versions.ts';

/** Every version that was agreed to is recent enough. */
const current = each<RegistryServiceFacts, TlsVersion, { readonly minimum: TlsVersion }>(
  ({ handshake }) => handshake?.versions ?? [],
  (version, { params }) =>
    !olderThan(version, params.minimum) || fail(text(`It agrees to ${version}`, `接受 ${version}`)),
  text('No part of a handshake was seen', '未观察到握手内容'),
);

export const registryTls = defineControl({
  id: 'registry-tls',
  subject: registryService,
  rating: ['breach', 'remote'],
  title: {
    en: 'The registry is reached over TLS of a current version',
    zh: '镜像仓库仅通过现行版本的 TLS 提供服务',
  },
  failingTitle: {
    en: 'The registry answers in the clear or accepts an outdated version of TLS',
    zh: '镜像仓库以明文应答或接受过时的 TLS 版本',
  },
  rationale: {
    en: 'Over plain HTTP, passwords of docker login and private images can be read on the path, and an image can be replaced on its way to every host that pulls it. An old version of TLS lets an attacker there force the same.',
    zh: '以明文 HTTP 传输时，docker login 的口令和私有镜像可在链路上被读取，镜像也可在拉取途中被替换。仍接受旧版 TLS，链路上的攻击者就可迫使双方降级。',
  },
  remediation: {
    en: 'Give the registry a certificate (http.tls in its config.yml), or a proxy before it with ssl_protocols TLSv1.2 TLSv1.3; in nginx, close the plain port, and take the registry out of "insecure-registries" in daemon.json.',
    zh: '为仓库配置证书（config.yml 中的 http.tls），或在其前端代理上启用，例如 nginx 中写 ssl_protocols TLSv1.2 TLSv1.3;，关闭明文端口，并从 daemon.json 的 "insecure-registries" 中去掉该仓库。',
  },
  references: [
    'https://distribution.github.io/distribution/about/deploying/',
    'https://www.rfc-editor.org/rfc/rfc8996',
  ],
  params: z.object({
    minimum: tlsVersion.default('TLSv1.2').meta({
      en: 'Oldest version that may be agreed to. TLS 1.2 is the oldest that RFC 8996 leaves.',
      zh: '允许协商的最低版本。TLS 1.2 是 RFC 8996 保留的最低版本。',
    }),
  }),
  check: combinator((r, ctx) =>
    r.handshake === null
      ? fail(text(`It answers in the clear on port ${r.port}`, `在端口 ${r.port} 以明文应答`))
      : evaluate(current, r, ctx),
  ),
});
