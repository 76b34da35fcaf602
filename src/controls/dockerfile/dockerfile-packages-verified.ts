import { all, noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { fail, unknown } from '../../core/controls/verdict.ts';
import { switchesOff } from '../../knowledge/verification/switches-off.ts';
import { skipsVerification } from '../../build-analysis/downloads/skips-verification.ts';
import { byFile, leavesChecksOut } from '../../build-analysis/downloads/open-verification.ts';
import { writtenByCopy } from '../blocks/dockerfile/copied-files.ts';
import { failOn, failOnRun, judgedOf, quoting, spell } from '../blocks/dockerfile/fail-on-line.ts';
import { withValues } from '../blocks/dockerfile/variable-values.ts';
import { scriptOf, understood } from '../blocks/dockerfile/run-script.ts';

const off = text('Skips the check', '关闭了校验');

const open = text(
  'Whether it skips the check depends on an option or a file that is not known',
  '是否关闭校验取决于未知的选项或文件',
);

export const dockerfilePackagesVerified = defineControl({
  id: 'dockerfile-packages-verified',
  subject: dockerfile,
  rating: ['breach', 'remote'],
  title: {
    en: 'No instruction switches off the check of what is fetched',
    zh: '未关闭软件包与下载内容的校验',
  },
  failingTitle: {
    en: 'An instruction switches off the check of what is fetched',
    zh: '关闭了软件包或下载内容的校验',
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
      (d) => withValues(d, d.runs),
      ({ run, valueOf }) => {
        const script = scriptOf(run);
        const said =
          skipsVerification(script) || leavesChecksOut(script, valueOf, run.folder ?? null);
        const isSo = (command: string): boolean =>
          skipsVerification(command) ||
          leavesChecksOut(command, valueOf, run.folder ?? null) === true;
        return judgedOf(said, () => failOnRun(off, run.script, isSo), quoting(open, run.script));
      },
    ),
    noneFails(
      (d) => d.copies,
      (copy) => {
        if (copy.heredocs?.some(({ verificationOff }) => verificationOff) === true) {
          return failOn(off, spell(copy));
        }
        const said = writtenByCopy(copy)
          .filter(({ put }) => put.as === 'unknown')
          .map(byFile);
        return !said.includes('open') || unknown(quoting(open, spell(copy)));
      },
    ),
    noneFails(
      (d) => d.variables,
      ({ name, value, instruction, verificationOff }) =>
        // An older release kept the value itself.
        !(
          verificationOff ??
          ((value !== null || instruction === 'ENV') && switchesOff(`${name}=${value ?? '$'}`))
        ) || fail(text(`${name} switches a check off`, `${name} 关闭了校验`)),
    ),
    understood((d) => d.runs),
  ),
});
