import { z } from 'zod';
import { remoteShells } from '../../knowledge/remote-shells.ts';

/** What counts as a way to log in from elsewhere, in an image and in what builds it. */
export const remoteShellParams = z.object({
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
      ...['openssh', 'openssh-server', 'openssh-server-gssapi', 'openssh-server-krb5'],
      ...['openssh-server-pam', 'ssh', 'task-ssh-server', 'dropbear', 'tinysshd'],
      ...['telnetd', 'telnet-server', 'inetutils-telnetd'],
    ])
    .meta({
      en: 'Packages that bring such a program, as package managers call them.',
      zh: '提供此类程序的软件包名。',
    }),
  ports: z
    .array(z.string())
    .default([
      ...['22/tcp', '23/tcp', '512/tcp', '513/tcp'],
      ...['3389/tcp', '5985/tcp', '5986/tcp', '2375/tcp', '2376/tcp'],
    ])
    .meta({
      en: 'Exposed ports that stand for a remote shell. The default has those of SSH, telnet, rexec and rlogin, of Remote Desktop, Windows Remote Management and the Docker API, by which any command can be run.',
      zh: '代表远程登录的暴露端口。默认为 SSH、telnet、rexec 与 rlogin、远程桌面、Windows 远程管理以及可借以执行任意命令的 Docker API 的端口。',
    }),
});
