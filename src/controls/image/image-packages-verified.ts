import { all } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { image } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';
import { switchesOff } from '../../knowledge/verification/switches-off.ts';
import { unknown } from '../../core/controls/verdict.ts';
import type { Said } from '../../build-analysis/accounts/account-lines.ts';
import { leavesChecksOut } from '../../build-analysis/downloads/open-verification.ts';
import { skipsVerification } from '../../build-analysis/downloads/skips-verification.ts';
import { stepScript, understoodSteps } from '../blocks/image/step-script.ts';
import { namesBuildSteps } from '../blocks/image/names-build-steps.ts';
import { nameSteps, noneOf, runSteps, type Step } from '../blocks/image/run-steps.ts';

/** What is set for a build may switch a check off for all of its commands. */
const sets: ReadonlySet<string> = new Set(['ENV', 'ARG']);

const openSettings = text(
  'Whether they skip the check depends on an option or a file that is not known',
  '是否关闭校验取决于未知的选项或文件',
);

/** The history does not tell what variables hold, and where a step begins. */
const leavesOut = (step: Step): Said => leavesChecksOut(stepScript(step), () => undefined, null);

export const imagePackagesVerified = defineControl({
  id: 'image-packages-verified',
  subject: image,
  // A place on the way of the build's network.
  rating: ['breach', 'remote'],
  title: {
    en: 'No build step switches off the check of what it fetches',
    zh: '构建步骤未关闭软件包与下载内容的校验',
  },
  failingTitle: {
    en: 'A build step switches off the check of what it fetches',
    zh: '构建步骤关闭了软件包或下载内容的校验',
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
  applies: namesBuildSteps,
  check: all(
    (i) =>
      noneOf(
        i.history.filter(
          (step) =>
            // An older release kept the values themselves.
            (sets.has(step.instruction) && (step.verificationOff ?? switchesOff(step.createdBy))) ||
            (step.instruction === 'RUN' &&
              (skipsVerification(stepScript(step)) || leavesOut(step) === true)),
        ),
        text('Skips the check in', '以下步骤关闭了校验'),
      ),
    (i) => {
      const open = runSteps(i).filter((step) => leavesOut(step) === 'open');
      return open.length === 0 || unknown(nameSteps(open, openSettings));
    },
    understoodSteps,
  ),
});
