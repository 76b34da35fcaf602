import { z } from 'zod';
import { noneFails } from '../../core/controls/combinators.ts';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable, unknown } from '../../core/controls/verdict.ts';
import { enginePrograms, leavesArgumentsOpen, sudoAllows } from '../blocks/host/sudo-command.ts';
import { givesRoot } from '../blocks/host/sudo-root-command.ts';
import { rulesWithReach } from '../blocks/host/sudo-reach.ts';
import { defineControl } from '../../core/controls/control.ts';

export const hostSudoDockerNarrow = defineControl({
  id: 'host-sudo-docker-narrow',
  subject: host,
  rating: ['takeover', 'one step'],
  title: {
    en: 'sudo lets only administrators use docker freely',
    zh: 'sudo 仅允许管理员自由使用 docker',
  },
  failingTitle: {
    en: 'sudo gives other accounts free use of docker',
    zh: 'sudo 允许非管理员自由使用 docker',
  },
  rationale: {
    en: 'A rule that allows docker without fixed arguments looks narrow and is root: docker run -v /:/host does the rest. So is one that allows a shell, an editor or another program that starts any program. Its author seldom meant that, and the list of administrators does not show it.',
    zh: '允许 docker 而不限定参数的规则看似收窄了权限，实则等同于 root：一条 docker run -v /:/host 就够了。允许 shell、编辑器或其他可启动任意程序的命令也是如此。规则的作者往往并无此意，管理员名单上也看不出来。',
  },
  remediation: {
    en: 'With visudo, write out each command with its arguments, such as “/usr/bin/docker compose -f /srv/shop/compose.yaml up -d”, without wildcards except after subcommands that only read, such as ps and logs. Remove rules for everybody (ALL), shells, editors and programs that start others. List those who may do everything in the parameter administrators.',
    zh: '用 visudo 把每条命令连同参数写全，如“/usr/bin/docker compose -f /srv/shop/compose.yaml up -d”，除 ps、logs 等只读子命令外不使用通配符。删除面向所有用户（ALL）的规则，以及允许 shell、编辑器和可启动其他程序的命令的规则。确可全权操作者写入参数 administrators。',
  },
  references: [
    'https://www.sudo.ws/docs/man/sudoers.man/',
    'https://docs.docker.com/engine/security/',
    'https://gtfobins.github.io/',
  ],
  params: z.object({
    administrators: z.array(z.string()).default(['root', '#0', '%admin', '%sudo', '%wheel']).meta({
      en: 'Users and %groups that are administrators of the host anyway, as distributions call them.',
      zh: '本就是主机管理员的用户和 %组，默认取各发行版的惯用名称。',
    }),
    programs: z
      .array(z.string())
      .default([...enginePrograms])
      .meta({
        en: 'Programs that make root of anyone who runs them with arguments of their choice: those that speak to an engine or a runtime.',
        zh: '可自选参数运行即等同于获得 root 的程序：能够操作引擎或运行时的程序。',
      }),
  }),
  applies: (h) =>
    h.sudo.rules.some(() => true) ||
    notApplicable(text('No sudo rule exists on this host', '宿主机上没有 sudo 规则')),
  check: noneFails(rulesWithReach, ({ rule, reach }, { params }) => {
    const { user, commands, file, line } = rule;
    if (params.administrators.includes(user)) return true;
    const at = `${file}:${line}`;
    const by = reach();
    if (by === 'nothing') return true;
    if (commands.includes('ALL')) {
      // Who may run anything with the engine's group is as good as root, and no rule says so.
      if (by === 'engine') {
        return fail(
          text(
            `${at}: ${user} may run everything with access to the engine`,
            `${at}：${user} 可在能访问引擎的身份下运行任何命令`,
          ),
        );
      }
      // A named user who may run everything is an administrator by that rule, and it hides nothing.
      if (user !== 'ALL') return true;
      // Who knows the password of root is one as well.
      return (
        (rule.rootPassword === true && !rule.noPassword) ||
        fail(text(`${at}: everybody may run everything`, `${at}：任何用户可运行任何命令`))
      );
    }
    const any = commands.filter((command) => givesRoot(command));
    if (any.length > 0) {
      const list = any.join(', ');
      return fail(
        text(
          `${at}: ${user} may start any program, docker among them, with ${list}`,
          `${at}：${user} 可借助 ${list} 启动包括 docker 在内的任意程序`,
        ),
      );
    }
    const allowed = commands.map((command) => ({
      command,
      allows: sudoAllows(command, params.programs),
    }));
    const open = allowed.filter(
      ({ command, allows }) => allows === 'yes' && leavesArgumentsOpen(command),
    );
    if (open.length > 0) {
      const list = open.map(({ command }) => command).join(', ');
      return fail(
        text(
          `${at}: ${user} may make ${list} do anything`,
          `${at}：${user} 可不受限制地使用 ${list}`,
        ),
      );
    }
    const unclear = allowed.filter(({ allows }) => allows === 'unclear');
    if (unclear.length === 0) return true;
    const list = unclear.map(({ command }) => command).join(', ');
    return unknown(
      text(`${at}: what ${list} stands for was not read`, `${at}：未读取 ${list} 的含义`),
    );
  }),
});
