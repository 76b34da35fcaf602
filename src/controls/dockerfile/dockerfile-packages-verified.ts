import { all, noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { skipsVerification, switchesOff } from '../build/skips-verification.ts';
import { failOnRun } from './lines.ts';
import { scriptOf, understood } from './run-script.ts';

export const dockerfilePackagesVerified = defineControl({
  id: 'dockerfile-packages-verified',
  subject: dockerfile,
  severity: 'medium',
  title: {
    en: 'No instruction switches off the check of what is fetched',
    zh: '未关闭软件包与下载内容的校验',
  },
  rationale: {
    en: 'Signatures and certificates are all that tells a package from what somebody put in its place.',
    zh: '区分真正的软件包与被替换的内容，全靠签名和证书。',
  },
  remediation: {
    en: 'Take the option out, and give the builder the key or the certificate instead.',
    zh: '去掉该选项，改为提供公钥或证书。',
  },
  references: ['https://manpages.debian.org/trixie/apt/apt-secure.8.en.html'],
  check: all(
    noneFails(
      (d) => d.runs,
      (run) =>
        !skipsVerification(scriptOf(run)) ||
        failOnRun(text('It leaves the check out', '关闭了校验'), run.script, skipsVerification),
    ),
    noneFails(
      (d) => d.variables,
      // An argument without a value sets nothing; a variable whose value is not known has one.
      ({ name, value, instruction }) =>
        (value === null && instruction === 'ARG') ||
        !switchesOff(`${name}=${value ?? '$'}`) ||
        fail(text(`${name} switches a check off`, `${name} 关闭了校验`)),
    ),
    understood((d) => d.runs),
  ),
});
