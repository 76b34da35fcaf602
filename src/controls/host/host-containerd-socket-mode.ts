import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { host, type HostFacts } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { modeAllowed, modeBits } from '../blocks/host/file-mode.ts';
import { hasFile } from '../blocks/host/host-file.ts';

const socket = (h: HostFacts) => h.files.containerdSocket;

export const hostContainerdSocketMode = defineControl({
  id: 'host-containerd-socket-mode',
  subject: host,
  rating: ['takeover', 'open'],
  title: {
    en: 'containerd’s socket is closed to everybody else',
    zh: 'containerd 套接字不对其他用户开放',
  },
  failingTitle: {
    en: 'containerd’s socket is open to every account',
    zh: 'containerd 套接字对其他用户开放',
  },
  rationale: {
    en: 'containerd starts containers without asking the engine, so its socket is root too, and no authorization plugin or engine log sees what is done through it.',
    zh: 'containerd 无需经过引擎即可启动容器，其套接字同样等于 root，而且绕过授权插件和引擎日志。',
  },
  remediation: {
    en: 'Set the socket back with chmod 0660 /run/containerd/containerd.sock, set uid = 0 and gid = 0 under [grpc] in /etc/containerd/config.toml, and restart: systemctl restart containerd.',
    zh: '执行 chmod 0660 /run/containerd/containerd.sock，在 /etc/containerd/config.toml 的 [grpc] 中设置 uid = 0、gid = 0，然后重启：systemctl restart containerd。',
  },
  references: [
    'https://github.com/containerd/containerd/blob/main/docs/man/containerd-config.toml.5.md',
    'https://man7.org/linux/man-pages/man7/unix.7.html',
  ],
  params: z.object({
    allowed: modeBits(0o660).meta({
      en: 'Bits that may be set. 0o660: its owner and its group.',
      zh: '允许设置的权限位。0o660：仅属主和属组可访问。',
    }),
  }),
  applies: hasFile(socket, text('socket of containerd', ' containerd 套接字')),
  check: modeAllowed(socket),
});
