import { defineControl, fail, pass, text } from 'plimsoll';
import { registry } from './registry.ts';

export const registryUsesTls = defineControl({
  id: 'registry-uses-tls',
  subject: registry,
  severity: 'high',
  title: { en: 'The registry is reached over TLS', zh: '镜像仓库通过 TLS 访问' },
  rationale: {
    en: 'Over plain HTTP whoever sits between changes images and reads logins.',
    zh: '使用明文 HTTP 时，中间人可篡改镜像并窃取登录凭据。',
  },
  remediation: { en: 'Give it a certificate.', zh: '为其配置证书。' },
  references: ['https://distribution.github.io/distribution/about/deploying/'],
  check: (r) => r.tls,
});

export const registryWantsLogin = defineControl({
  id: 'registry-wants-login',
  subject: registry,
  severity: 'high',
  title: { en: 'The registry lets in nobody without a login', zh: '镜像仓库禁止匿名访问' },
  rationale: {
    en: 'What anybody may read, anybody may search for secrets and weaknesses.',
    zh: '任何人可读的镜像，任何人都可从中搜寻敏感信息与漏洞。',
  },
  remediation: { en: 'Set up authentication.', zh: '启用身份认证。' },
  references: ['https://distribution.github.io/distribution/about/configuration/#auth'],
  check: (r) => {
    if (r.anonymous) return fail(text('Anybody may pull from it', '任何人均可拉取镜像'));
    if (r.catalogPublic) return fail(text('Anybody may list it', '任何人均可列出仓库'));
    return pass(
      text(`It asks for a ${r.login ?? 'login'}`, `要求登录（${r.login ?? '方式未知'}）`),
    );
  },
});
