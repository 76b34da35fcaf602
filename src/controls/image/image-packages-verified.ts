import { defineControl } from '../../core/control.ts';
import { image } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';
import { tellsItsSteps } from './build-steps.ts';
import { noneOf } from './run-steps.ts';

/** How the checks of signatures and certificates are switched off, each within one command. */
const unchecked: readonly RegExp[] = [
  /--allow-unauthenticated\b|--force-yes\b|--allow-insecure-repositories\b/,
  /\bAllow(?:Unauthenticated|InsecureRepositories)["']?\s{0,9}[= ]\s{0,9}["']?(?:true|1|yes)\b/i,
  /\bVerify-(?:Peer|Host)["']?\s{0,9}[= ]\s{0,9}["']?(?:false|0|no)\b/i,
  /\[[^\]\n]{0,500}\btrusted=yes\b/,
  /--nogpgcheck\b|--no-gpg-checks?\b|\bgpgcheck\s*=\s*(?:0|no|false)\b|\bsslverify\s*=\s*(?:0|no|false)\b/i,
  /\brpm\b[^;&|\n]{0,2000}\s--no(?:signature|digest)\b/,
  /--allow-untrusted\b/,
  /\bpip\d?(?:\.\d+)?\b[^;&|\n]{0,2000}\s--trusted-host\b|\bPIP_TRUSTED_HOST=/,
  // Options without a value of their own may stand together with k.
  /\bcurl\b[^;&|\n]{0,2000}\s(?:-[#0-46aBfgGijJlLMnNOpqRsSvV]*k[A-Za-z]*|--insecure)(?=\s|$)/,
  /\bwget\b[^;&|\n]{0,2000}\s--no-check-certificate\b/,
  /\bhttp\.sslverify[= ]["']?(?:false|0|no)\b|\bGIT_SSL_NO_VERIFY=(?!0\b|false\b)/i,
  /\bstrict-ssl["']?[= ]["']?false\b|\bNODE_TLS_REJECT_UNAUTHORIZED=["']?0\b/,
];

/** What is set for a build may switch a check off for all of its commands. */
const sets: ReadonlySet<string> = new Set(['RUN', 'ENV', 'ARG']);

export const imagePackagesVerified = defineControl({
  id: 'image-packages-verified',
  subject: image,
  severity: 'medium',
  title: {
    en: 'No build step switches off the check of what it fetches',
    zh: '构建步骤未关闭软件包与下载内容的校验',
  },
  rationale: {
    en: 'Signatures and certificates are all that tells a package from what somebody on the way put in its place. One option leaves the check out, and the build looks the same as before.',
    zh: '区分真正的软件包与途中被替换的内容，全靠签名和证书。只需一个选项就能跳过校验，而构建过程看起来毫无异样。',
  },
  remediation: {
    en: 'Take the option out and give the builder the key or the certificate instead: COPY corp-ca.crt /usr/local/share/ca-certificates/ and RUN update-ca-certificates, [signed-by=/usr/share/keyrings/x.gpg] in the list of apt, apk add --keys-dir.',
    zh: '去掉该选项，改为提供公钥或证书：COPY corp-ca.crt /usr/local/share/ca-certificates/ 并 RUN update-ca-certificates；apt 源写 [signed-by=/usr/share/keyrings/x.gpg]；apk 使用 --keys-dir。',
  },
  references: [
    'https://manpages.debian.org/trixie/apt/apt-secure.8.en.html',
    'https://docs.docker.com/build/building/best-practices/',
    'https://curl.se/docs/sslcerts.html',
  ],
  applies: tellsItsSteps,
  check: (i) =>
    noneOf(
      i.history.filter(
        ({ instruction, createdBy }) =>
          sets.has(instruction) && unchecked.some((pattern) => pattern.test(createdBy)),
      ),
      text('It leaves the check out in', '以下步骤关闭了校验'),
    ),
});
