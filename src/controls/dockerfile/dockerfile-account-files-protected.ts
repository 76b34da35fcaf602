import { all, noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { accountFiles, isAccountFile } from '../../knowledge/account-files.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { opensAccountFiles, opensCopied } from '../../build-analysis/accounts/account-files.ts';
import {
  asFar,
  copiesInImage,
  modeRuns,
  understoodInImage,
} from '../blocks/dockerfile/image-steps.ts';
import { mayBe } from '../../build-analysis/files/written-files.ts';
import type { Copied } from '../blocks/dockerfile/copied-files.ts';
import {
  failOn,
  failOnRun,
  judged,
  openMode,
  quoting,
  spell,
} from '../blocks/dockerfile/fail-on-line.ts';

const mayBeOne = text(
  'Whether it writes a file of accounts is not known',
  '其是否写入账户文件未知',
);

/** Whether nothing but a folder, whose files nobody knows, comes to where files of accounts lie. */
const mayHoldOne = (each: Copied): boolean =>
  /^\.?$|[/*]$|\/\.$|\.(?:tar|t[bgx]z)/.test(each.source) &&
  accountFiles.some((file) => mayBe(each, file));

const what = text('Others than root may write it', '非 root 用户可写');

export const dockerfileAccountFilesProtected = defineControl({
  id: 'dockerfile-account-files-protected',
  subject: dockerfile,
  rating: ['takeover', 'remote'],
  title: {
    en: 'Nobody but root may change the files of accounts',
    zh: '账户文件仅 root 可写',
  },
  failingTitle: {
    en: 'Accounts other than root may change the files of accounts',
    zh: '账户文件可被 root 以外的账户改写',
  },
  rationale: {
    en: 'Anyone who may write /etc/passwd adds an account with the number 0 and is root in the container. That is often done for platforms that start containers under any number: such a user is in the group of root, and chmod g=u gives that group what root may do.',
    zh: '能写 /etc/passwd 者可添加 UID 为 0 的账户，从而在容器内成为 root。为适配以任意 UID 启动容器的平台常有此做法：此类用户属于 root 组，而 chmod g=u 使该组拥有属主的权限。',
  },
  remediation: {
    en: 'Leave them as the base image has them, 0644 and 0640 of root. A process that needs a name for its number gets one from nss_wrapper, or from the runtime that starts it.',
    zh: '保持基础镜像的权限（0644、0640，属主 root）。进程需要与 UID 对应的用户名时，使用 nss_wrapper，或由运行时提供。',
  },
  references: [
    'https://access.redhat.com/articles/4859371',
    'https://man7.org/linux/man-pages/man5/passwd.5.html',
  ],
  check: all(
    noneFails(modeRuns, (step) => {
      const { folder } = step.run;
      const script = step.script();
      return judged(
        asFar(step, opensAccountFiles(script, folder)),
        () =>
          failOnRun(what, script.text, (command) => opensAccountFiles(command, folder) === true),
        openMode(step.run.script),
      );
    }),
    noneFails(
      (d) => copiesInImage(d, 'modes'),
      ({ copy, written }) => {
        const files = written();
        const isOne = files.some(({ path }) => isAccountFile(path));
        if (!isOne && !files.some(mayHoldOne)) return true;
        const opens = opensCopied(copy.mode, copy.owner);
        return judged(
          isOne || opens === false ? opens : undefined,
          () => failOn(what, spell(copy)),
          isOne ? openMode(spell(copy)) : quoting(mayBeOne, spell(copy)),
        );
      },
    ),
    understoodInImage,
  ),
});
