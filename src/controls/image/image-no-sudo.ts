import { all } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { image } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';
import { fail, unknown, type Verdict } from '../../core/controls/verdict.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import { emptiesRootPassword } from '../../build-analysis/accounts/account-changes.ts';
import { letsEverybodyIn } from '../../build-analysis/accounts/open-logins.ts';
import type { Said } from '../../build-analysis/accounts/account-lines.ts';
import { startsBySudo } from '../../build-analysis/programs/started-programs.ts';
import { usesSudo } from '../../build-analysis/programs/uses-sudo.ts';
import { commandUnderstood } from '../blocks/understood-command.ts';
import { stepScript, understoodSteps } from '../blocks/image/step-script.ts';
import { notInImage } from '../blocks/image/not-in-image.ts';
import { noneOf, runSteps, type Step } from '../blocks/image/run-steps.ts';

const programs: ReadonlySet<string> = new Set(['sudo', 'sudo-rs', 'sudo.ws', 'sudoedit', 'doas']);
const packages: ReadonlySet<string> = new Set(['sudo', 'sudo-ldap', 'sudo-rs', 'doas', 'opendoas']);

const has = (found: readonly string[]): boolean | Verdict =>
  found.length === 0 || fail(text(`Contains ${found.join(', ')}`, `镜像中有 ${found.join('、')}`));

const empties = (step: Step): Said =>
  emptiesRootPassword({ script: stepScript(step), folder: null, valueOf: () => undefined });

const opens = (step: Step): boolean =>
  letsEverybodyIn({ script: stepScript(step), folder: null, valueOf: () => undefined });

const openAccounts = text(
  'What a step writes into a file of accounts is not known',
  '无法得知某步骤写入账户文件的内容',
);

export const imageNoSudo = defineControl({
  id: 'image-no-sudo',
  subject: image,
  // As above.
  rating: ['takeover', 'remote'],
  title: {
    en: 'The image leads to root by neither sudo nor an empty password',
    zh: '镜像不含 sudo，且 root 口令不为空',
  },
  failingTitle: {
    en: 'The image leads to root by sudo or an empty password',
    zh: '镜像含有 sudo，或 root 口令为空',
  },
  rationale: {
    en: 'A build runs as the user it needs and a container as the user it has. sudo undoes that choice at run time, mostly without a password, and is itself a setuid program with a long list of flaws. Where a step empties the password of root, su makes root of anybody.',
    zh: '构建与运行都可直接指定所需用户。sudo 使运行时可以推翻这一选择，且往往无需口令；它本身也是漏洞众多的 setuid 程序。若某步骤清空 root 口令，任何人都可经 su 成为 root。',
  },
  remediation: {
    en: 'Switch users with USER while building, and start as the user that the service needs. Where an entrypoint must drop root, use setpriv or gosu, which cannot go back.',
    zh: '构建过程中用 USER 切换用户，并以业务所需用户启动。入口脚本需要放弃 root 时，使用不可逆的 setpriv 或 gosu。',
  },
  references: [
    'https://docs.docker.com/build/building/best-practices/#user',
    'https://www.sudo.ws/security/advisories/',
  ],
  check: all(
    (i) =>
      noneOf(
        runSteps(i).filter((step) => usesSudo(stepScript(step)) === true),
        text('Installs or uses sudo in', '以下步骤安装或使用了 sudo'),
      ),
    (i) =>
      noneOf(
        runSteps(i).filter((step) => empties(step) === true),
        text('Leaves root without a password in', '以下步骤清空了 root 口令'),
      ),
    (i) =>
      noneOf(
        runSteps(i).filter(opens),
        text('Has PAM ask nobody for a password in', '以下步骤使 PAM 不验证口令即放行'),
      ),
    (i) => {
      const [first] = runSteps(i).filter((step) => empties(step) === 'open');
      return first === undefined || unknown(openAccounts);
    },
    notInImage<unknown>(
      (i) =>
        has(i.files.setuid.map(({ path }) => path).filter((path) => programs.has(basename(path)))),
      (i) => has(i.files.packages.installed.filter((name) => packages.has(name))),
    ),
    (i) => !startsBySudo(i.command) || fail(text('Starts through sudo', '通过 sudo 启动')),
    commandUnderstood,
    understoodSteps,
  ),
});
