import { z } from 'zod';
import { noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable, unknown } from '../../core/controls/verdict.ts';
import { enginePrograms, sudoAllows } from '../blocks/host/sudo-command.ts';
import { givesRoot } from '../blocks/host/sudo-root-command.ts';
import { rulesWithReach } from '../blocks/host/sudo-reach.ts';

export const hostSudoPassword = defineControl({
  id: 'host-sudo-password',
  subject: host,
  rating: ['takeover', 'one step'],
  title: {
    en: 'sudo asks for a password before docker runs',
    zh: '通过 sudo 运行 docker 须输入口令',
  },
  failingTitle: {
    en: 'sudo runs docker without asking for a password',
    zh: '通过 sudo 运行 docker 无需口令',
  },
  rationale: {
    en: 'A person who may run docker by sudo is root. Without a password, so is a thief of a session or a key. A rule that allows a shell, an editor or another program that starts any program (find, env, tar) allows docker as well.',
    zh: '能用 sudo 运行 docker 就等同于 root。若免口令，只窃得会话或密钥的人也能成为 root。允许 shell、编辑器或其他可启动任意程序的命令（find、env、tar 等），就等于允许 docker。',
  },
  remediation: {
    en: 'With visudo, remove NOPASSWD from rules that allow ALL, docker, or a program that starts any other; or write out the arguments of the latter.',
    zh: '用 visudo 从允许 ALL、docker 或可启动任意程序的命令的规则中去掉 NOPASSWD；后者也可写明固定参数。',
  },
  references: ['https://www.sudo.ws/docs/man/sudoers.man/', 'https://gtfobins.github.io/'],
  params: z.object({
    programs: z
      .array(z.string())
      .default([...enginePrograms])
      .meta({
        en: 'Programs that make root of anyone who runs them by sudo: those that speak to an engine or a runtime.',
        zh: '通过 sudo 运行即等同于获得 root 的程序：能够操作引擎或运行时的程序。',
      }),
  }),
  applies: (h) =>
    h.sudo.rules.some(() => true) ||
    notApplicable(text('No sudo rule exists on this host', '宿主机上没有 sudo 规则')),
  check: noneFails(rulesWithReach, ({ rule, reach }, { params }) => {
    // Root gains nothing by sudo.
    if (!rule.noPassword || rule.user === 'root' || rule.user === '#0') return true;
    if (reach() === 'nothing') return true;
    const commands = rule.commands.map((command) => ({
      command,
      allows: givesRoot(command) ? 'yes' : sudoAllows(command, params.programs),
    }));
    const wrong = commands.filter(({ allows }) => allows === 'yes');
    const unclear = commands.filter(({ allows }) => allows === 'unclear');
    const list = (of: typeof commands): string => of.map(({ command }) => command).join(', ');
    const at = `${rule.file}:${rule.line}`;
    if (wrong.length > 0) {
      return fail(
        text(
          `${at}: ${rule.user} runs ${list(wrong)} without a password`,
          `${at}：${rule.user} 可免口令运行 ${list(wrong)}`,
        ),
      );
    }
    if (unclear.length === 0) return true;
    return unknown(
      text(
        `${at}: what ${list(unclear)} stands for was not read`,
        `${at}：未读取 ${list(unclear)} 的含义`,
      ),
    );
  }),
});
