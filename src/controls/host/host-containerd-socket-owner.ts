import { defineControl } from '../../core/controls/control.ts';
import { host, type HostFacts } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { ownedByRoot } from '../blocks/host/file-owner.ts';
import { hasFile } from '../blocks/host/host-file.ts';

const socket = (h: HostFacts) => h.files.containerdSocket;

export const hostContainerdSocketOwner = defineControl({
  id: 'host-containerd-socket-owner',
  subject: host,
  // One account, or a member of one group, and not everybody.
  rating: ['takeover', 'one step'],
  title: {
    en: 'containerd’s socket belongs to root',
    zh: 'containerd 套接字属于 root',
  },
  failingTitle: {
    en: 'containerd’s socket does not belong to root',
    zh: 'containerd 套接字不属于 root',
  },
  rationale: {
    en: 'Anyone who owns containerd’s socket, or is in its group, starts containers as root behind the engine’s back. Nobody but root needs it.',
    zh: 'containerd 套接字的属主或属组成员，可以绕过引擎以 root 启动容器。除 root 外无人需要使用它。',
  },
  remediation: {
    en: 'Set uid = 0 and gid = 0 under [grpc] in /etc/containerd/config.toml and restart: systemctl restart containerd.',
    zh: '在 /etc/containerd/config.toml 的 [grpc] 中设置 uid = 0、gid = 0，然后重启：systemctl restart containerd。',
  },
  references: [
    'https://github.com/containerd/containerd/blob/main/docs/man/containerd-config.toml.5.md',
    'https://man7.org/linux/man-pages/man7/unix.7.html',
  ],
  applies: hasFile(socket, text('socket of containerd', ' containerd 套接字')),
  check: ownedByRoot(socket),
});
