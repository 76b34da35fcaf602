import type { Check } from '../../core/controls/check.ts';
import { all, any, orElse } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { image, type ImageFacts } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import { startsBySudo } from '../build/started-programs.ts';
import { usesSudo } from '../build/uses-sudo.ts';
import { stepScript, understoodSteps } from './step-script.ts';
import { tellsItsSteps } from './build-steps.ts';
import { noneOf, runSteps } from './run-steps.ts';

const programs: ReadonlySet<string> = new Set(['sudo', 'sudo-rs', 'sudo.ws', 'sudoedit', 'doas']);
const packages: ReadonlySet<string> = new Set(['sudo', 'sudo-ldap', 'sudo-rs', 'doas', 'opendoas']);

/** Such programs among its files that run as somebody else, and such packages. */
const foundIn = ({ files }: ImageFacts): readonly string[] => [
  ...files.setuid.flatMap(({ path }) => (programs.has(basename(path)) ? [path] : [])),
  ...files.packages.installed.filter((name) => packages.has(name)),
];

const notInFiles: Check<ImageFacts> = (i) => {
  const found = foundIn(i);
  return (
    found.length === 0 || fail(text(`It has ${found.join(', ')}`, `镜像中有 ${found.join('、')}`))
  );
};

const nothingTold = text(
  'Its history names no build instruction: it was imported, or its layers were flattened',
  '其历史记录中没有任何构建指令：镜像由导入得到，或层已被合并',
);

export const imageNoSudo = defineControl({
  id: 'image-no-sudo',
  subject: image,
  severity: 'medium',
  title: { en: 'The image brings no sudo', zh: '镜像中没有 sudo' },
  rationale: {
    en: 'A build runs as the user it needs and a container as the user it has. sudo undoes that choice at run time, mostly without a password, and is itself a setuid program with a long list of flaws.',
    zh: '构建与运行都可直接指定所需用户。sudo 使运行时可以推翻这一选择，且往往无需口令；它本身也是漏洞众多的 setuid 程序。',
  },
  remediation: {
    en: 'Switch users with USER while building, and start as the user that the service needs. Where an entrypoint must drop root, use setpriv or gosu, which cannot go back.',
    zh: '构建过程中用 USER 切换用户，并以业务所需用户启动。入口脚本需要放弃 root 时，使用不可逆的 setpriv 或 gosu。',
  },
  references: [
    'https://docs.docker.com/build/building/best-practices/#user',
    'https://www.sudo.ws/security/advisories/',
  ],
  // What lies in it is judged wherever it came from.
  applies: any(
    tellsItsSteps,
    orElse(
      (i) => foundIn(i).length > 0 || notApplicable(nothingTold),
      () => notApplicable(nothingTold),
    ),
  ),
  check: all(
    (i) =>
      noneOf(
        runSteps(i).filter((step) => usesSudo(stepScript(step))),
        text('It installs or uses sudo in', '以下步骤安装或使用了 sudo'),
      ),
    // Where its files were read, they tell as well; where not, the history alone does.
    orElse(notInFiles, () => true),
    (i) => !startsBySudo(i.command) || fail(text('It starts by way of sudo', '通过 sudo 启动')),
    understoodSteps,
  ),
});
