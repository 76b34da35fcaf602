import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { olderThan, tlsVersion } from '../blocks/engine/tls-versions.ts';
import { eachInHandshakes, speaksTls, spellListener } from '../blocks/engine/tls-listeners.ts';

export const engineTlsVersion = defineControl({
  id: 'engine-tls-version',
  subject: engine,
  rating: ['breach', 'remote'],
  title: {
    en: 'The API accepts no outdated version of TLS',
    zh: 'API 不接受过时的 TLS 版本',
  },
  failingTitle: {
    en: 'The API accepts an outdated version of TLS',
    zh: 'API 接受过时的 TLS 版本',
  },
  rationale: {
    en: 'TLS 1.0 and 1.1 rest on MD5 and SHA-1, know only old ciphers, and are withdrawn. A server that still agrees to them can be pushed down to them by anyone who sits on the path.',
    zh: 'TLS 1.0、1.1 依赖 MD5 与 SHA-1，仅支持陈旧的加密套件，已被正式废止。服务端只要仍接受这些版本，链路上的攻击者就可能迫使双方降级。',
  },
  remediation: {
    en: 'Docker Engine itself begins at TLS 1.2. What agrees to less is an old release (upgrade it) or a proxy before it: there, for example ssl_protocols TLSv1.2 TLSv1.3; in nginx.',
    zh: 'Docker Engine 自身最低为 TLS 1.2。若接受更低版本，说明是陈旧的引擎（请升级）或其前端的代理：在代理上关闭，例如 nginx 中写 ssl_protocols TLSv1.2 TLSv1.3;',
  },
  references: [
    'https://www.rfc-editor.org/rfc/rfc8996',
    'https://docs.docker.com/engine/security/protect-access/',
  ],
  params: z.object({
    minimum: tlsVersion.default('TLSv1.2').meta({
      en: 'Oldest version that may be agreed to. TLS 1.2 is the oldest that RFC 8996 leaves.',
      zh: '允许协商的最低版本。TLS 1.2 是 RFC 8996 保留的最低版本。',
    }),
  }),
  applies: speaksTls,
  check: eachInHandshakes(
    ({ versions }) => versions,
    (version, listener, { params }) =>
      !olderThan(version, params.minimum) ||
      fail(
        text(
          `${spellListener(listener)} agrees to ${version}`,
          `${spellListener(listener)} 接受 ${version}`,
        ),
      ),
  ),
});
