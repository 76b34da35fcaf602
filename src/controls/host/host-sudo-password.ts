import { z } from 'zod';
import { noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { host } from '../../core/subjects/host.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable, unknown } from '../../core/controls/verdict.ts';
import { enginePrograms, sudoAllows } from './sudo-command.ts';

export const hostSudoPassword = defineControl({
  id: 'host-sudo-password',
  subject: host,
  severity: 'high',
  title: {
    en: 'sudo asks for a password before docker runs',
    zh: '通过 sudo 运行 docker 须输入口令',
  },
  rationale: {
    en: 'Whoever may run docker by sudo is root. Asked for no password, whoever has only stolen a session or a key is root as well.',
    zh: '能用 sudo 运行 docker 就等同于 root。若免口令，只窃得会话或密钥的人也能成为 root。',
  },
  remediation: {
    en: 'With visudo, remove NOPASSWD from rules that allow ALL or docker.',
    zh: '用 visudo 从允许 ALL 或 docker 的规则中去掉 NOPASSWD。',
  },
  references: ['https://www.sudo.ws/docs/man/sudoers.man/'],
  params: z.object({
    programs: z
      .array(z.string())
      .default([...enginePrograms])
      .meta({
        en: 'Programs that make root of whoever runs them by sudo: those that speak to an engine or a runtime.',
        zh: '通过 sudo 运行即等同于获得 root 的程序：能够操作引擎或运行时的程序。',
      }),
  }),
  applies: (h) =>
    h.sudo.rules.length > 0 ||
    notApplicable(text('No sudo rule exists on this host', '宿主机上没有 sudo 规则')),
  check: noneFails(
    (h) => h.sudo.rules,
    (rule, { params }) => {
      // Root gains nothing by sudo.
      if (!rule.noPassword || rule.user === 'root' || rule.user === '#0') return true;
      const commands = rule.commands.map((command) => ({
        command,
        allows: sudoAllows(command, params.programs),
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
    },
  ),
});
