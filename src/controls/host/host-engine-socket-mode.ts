import { z } from 'zod';
import { all, noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { host, type HostFacts } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { modeAllowed, modeBits, staysWithin } from '../blocks/host/file-mode.ts';
import { hasFile } from '../blocks/host/host-file.ts';

const socket = (h: HostFacts) => h.files.engineSocket;

export const hostEngineSocketMode = defineControl({
  id: 'host-engine-socket-mode',
  subject: host,
  rating: ['takeover', 'open'],
  title: {
    en: 'The engine’s socket is closed to everybody else',
    zh: '引擎套接字不对其他用户开放',
  },
  failingTitle: {
    en: 'The engine’s socket is open to every account',
    zh: '引擎套接字对其他用户开放',
  },
  rationale: {
    en: 'Any account that may write to the socket is root on the host. With the last digits of the mode open, that is every account and every service, the web server that was just taken over included.',
    zh: '凡能写入该套接字的账户就是宿主机 root。其他用户位一旦放开，本机所有账户和服务都能做到，包括刚被攻陷的 Web 服务。',
  },
  remediation: {
    en: 'Set SocketMode=0660 in docker.socket, remove any chmod 666 from start scripts, and restart: systemctl daemon-reload && systemctl restart docker.socket. At once: chmod 0660 /run/docker.sock.',
    zh: '在 docker.socket 中设置 SocketMode=0660，清除启动脚本里的 chmod 666，并重启：systemctl daemon-reload && systemctl restart docker.socket。应急可先执行 chmod 0660 /run/docker.sock。',
  },
  references: [
    'https://docs.docker.com/engine/security/',
    'https://man7.org/linux/man-pages/man5/systemd.socket.5.html',
    'https://man7.org/linux/man-pages/man7/unix.7.html',
  ],
  params: z.object({
    allowed: modeBits(0o660).meta({
      en: 'Bits that may be set. 0o660: its owner and its group, which connecting takes.',
      zh: '允许设置的权限位。0o660：仅属主和属组具有连接所需的权限。',
    }),
  }),
  applies: hasFile(socket, text('socket of an engine', '引擎套接字')),
  check: all(
    modeAllowed(socket),
    noneFails(
      (h) => h.files.otherEngineSockets ?? [],
      (file, { params }) => staysWithin(file, params.allowed),
    ),
  ),
});
