import { all, noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { fail, failureAt } from '../../core/controls/verdict.ts';
import { emptiesRootPassword } from '../../build-analysis/accounts/account-changes.ts';
import { letsEverybodyIn } from '../../build-analysis/accounts/open-logins.ts';
import { startsBySudo } from '../../build-analysis/programs/started-programs.ts';
import { grantsRights, usesSudo } from '../../build-analysis/programs/uses-sudo.ts';
import { commandUnderstood } from '../blocks/understood-command.ts';
import { opensPam } from '../blocks/dockerfile/copied-files.ts';
import { accountsOf } from '../blocks/dockerfile/account-steps.ts';
import {
  copiesInImage,
  copiesOf,
  ofImage,
  programRuns,
  saidAsFar,
  understoodInImage,
} from '../blocks/dockerfile/image-steps.ts';
import {
  failOn,
  failOnRun,
  judgedOf,
  openPackages,
  quoting,
  spell,
} from '../blocks/dockerfile/fail-on-line.ts';
import { withValues } from '../blocks/dockerfile/variable-values.ts';
import { scriptOf } from '../blocks/dockerfile/run-script.ts';

/** Those that make root of a user. */
const programs = ['sudo', 'sudo-rs', 'sudo.ws', 'sudoedit', 'doas'] as const;

const noPassword = text('Root has no password, and su asks for none', 'root 口令为空，su 无需口令');

const noQuestion = text(
  'PAM asks nobody for a password, so su leads to root',
  'PAM 不验证口令即放行，su 可直达 root',
);

const openPam = text('What it has PAM ask for is not known', '无法得知其 PAM 配置要求什么');

const openAccounts = text(
  'What it writes into a file of accounts is not known',
  '无法得知其写入账户文件的内容',
);

export const dockerfileNoSudo = defineControl({
  id: 'dockerfile-no-sudo',
  subject: dockerfile,
  rating: ['takeover', 'remote'],
  title: {
    en: 'Neither sudo nor an empty password leads to root',
    zh: '镜像中没有 sudo，root 口令不为空',
  },
  failingTitle: {
    en: 'Sudo or an empty password leads to root',
    zh: '镜像中含有 sudo，或 root 口令为空',
  },
  rationale: {
    en: 'Sudo undoes the user that was chosen: anyone who takes over the service may become root with it. So does su where root has an empty password, or where PAM asks for none (auth sufficient pam_permit.so).',
    zh: 'sudo 使所选用户形同虚设：攻破服务者可借此成为 root。root 口令为空，或 PAM 不验证口令（auth sufficient pam_permit.so）时，su 亦然。',
  },
  remediation: {
    en: 'Switch users with USER while building; let an entrypoint drop root with setpriv or gosu. Leave the account of root locked, as base images have it.',
    zh: '构建中用 USER 切换用户；入口脚本放弃 root 时使用 setpriv 或 gosu。root 账户应保持基础镜像中的锁定状态。',
  },
  references: ['https://docs.docker.com/build/building/best-practices/#user'],
  check: all(
    noneFails(programRuns, ({ run, script, certain, valueOf }) =>
      judgedOf(
        saidAsFar(certain, usesSudo(script(), valueOf, run.folder)),
        () =>
          failOnRun(
            text('Installs or uses sudo', '安装或使用了 sudo'),
            run.script,
            (command) => usesSudo(command, valueOf, run.folder) === true,
          ),
        quoting(openPackages, run.script),
      ),
    ),
    noneFails(
      (d) => copiesInImage(d, 'files'),
      ({ copy, written }) =>
        !written().some(({ path }) => grantsRights(path)) ||
        failOn(text('Grants rights', '授予了 sudo 权限'), spell(copy)),
    ),
    noneFails(
      (d) => copiesOf(programs, d),
      (copy) => failOn(text('Copies sudo', '复制了 sudo'), spell(copy)),
    ),
    noneFails(
      (d) => withValues(d, ofImage(d.runs, d)),
      ({ run, valueOf }) => {
        const step = { script: scriptOf(run), folder: run.folder ?? null, valueOf };
        if (letsEverybodyIn(step)) {
          return failOnRun(noQuestion, run.script, (script) =>
            letsEverybodyIn({ ...step, script }),
          );
        }
        const isSo = (script: string): boolean => emptiesRootPassword({ ...step, script }) === true;
        return judgedOf(
          emptiesRootPassword(step),
          () => failOnRun(noPassword, run.script, isSo),
          quoting(openAccounts, run.script),
        );
      },
    ),
    noneFails(
      (d) => {
        const { emptiesPassword } = accountsOf(d);
        return ofImage(d.copies, d).map((copy) => ({ copy, emptiesPassword }));
      },
      ({ copy, emptiesPassword }) =>
        judgedOf(
          emptiesPassword(copy),
          () => failOn(noPassword, spell(copy)),
          quoting(openAccounts, spell(copy)),
        ),
    ),
    noneFails(
      (d) => ofImage(d.copies, d),
      (copy) =>
        judgedOf(
          opensPam(copy),
          () => failOn(noQuestion, spell(copy)),
          quoting(openPam, spell(copy)),
        ),
    ),
    (d) =>
      !startsBySudo(d.command) ||
      failureAt('/command', fail(text('Starts through sudo', '通过 sudo 启动'))),
    commandUnderstood,
    understoodInImage,
  ),
});
