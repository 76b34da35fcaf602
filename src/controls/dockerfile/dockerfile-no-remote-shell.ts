import { z } from 'zod';
import { all, each } from '../../core/combinators.ts';
import { defineControl } from '../../core/control.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/verdict.ts';
import { installedBy } from '../build/package-commands.ts';
import { startedPrograms } from '../build/started-programs.ts';
import { remoteShells } from '../../core/remote-shells.ts';
import { failOn, inImage } from './lines.ts';

export const dockerfileNoRemoteShell = defineControl({
  id: 'dockerfile-no-remote-shell',
  subject: dockerfile,
  severity: 'high',
  title: {
    en: 'The image brings no remote shell',
    zh: '镜像不含远程登录服务',
  },
  rationale: {
    en: 'Accounts, keys and logs of a shell server inside a container are outside of all that the team looks after.',
    zh: '容器内登录服务的账户、密钥与日志均不在团队管控范围内。',
  },
  remediation: {
    en: 'Take the package, its EXPOSE and its start out. Enter with docker exec.',
    zh: '移除该软件包、EXPOSE 与启动命令；进入容器使用 docker exec。',
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  params: z.object({
    programs: z
      .array(z.string())
      .default([...remoteShells])
      .meta({
        en: 'Programs that let people log in from elsewhere, by the name of their executable.',
        zh: '允许从外部登录的程序，按可执行文件名列出。',
      }),
    packages: z
      .array(z.string())
      .default([
        'openssh',
        'openssh-server',
        'dropbear',
        'tinysshd',
        'telnetd',
        'inetutils-telnetd',
      ])
      .meta({
        en: 'Packages that bring such a program, as package managers call them.',
        zh: '提供此类程序的软件包名。',
      }),
    ports: z.array(z.string()).default(['22/tcp', '23/tcp']).meta({
      en: 'Exposed ports that stand for a remote shell. The default has those of SSH and telnet.',
      zh: '代表远程登录的暴露端口。默认为 SSH 与 telnet 的端口。',
    }),
  }),
  check: all(
    (d, { params }) => {
      const found = startedPrograms(d.command).filter((name) => params.programs.includes(name));
      return (
        found.length === 0 ||
        fail(text(`It starts ${found.join(', ')}`, `启动了 ${found.join('、')}`))
      );
    },
    each(
      (d) => d.exposed,
      ({ port }, { params }) =>
        !params.ports.includes(port) || fail(text(`It exposes ${port}`, `暴露了端口 ${port}`)),
    ),
    each(
      (d) => inImage(d.runs),
      (run, { params }) =>
        installedBy(run.script, params.packages).length === 0 ||
        failOn(text('It installs one', '安装了远程登录服务'), run.script),
    ),
  ),
});
