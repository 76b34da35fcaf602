import { all } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { image } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';
import { skipsVerification, switchesOff } from '../build/skips-verification.ts';
import { stepScript, understoodSteps } from './step-script.ts';
import { tellsItsSteps } from './build-steps.ts';
import { noneOf } from './run-steps.ts';

/** What is set for a build may switch a check off for all of its commands. */
const sets: ReadonlySet<string> = new Set(['ENV', 'ARG']);

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
  check: all(
    (i) =>
      noneOf(
        i.history.filter(
          (step) =>
            (sets.has(step.instruction) && switchesOff(step.createdBy)) ||
            (step.instruction === 'RUN' && skipsVerification(stepScript(step))),
        ),
        text('It leaves the check out in', '以下步骤关闭了校验'),
      ),
    understoodSteps,
  ),
});
