import { z } from 'zod';
import { all, each } from '../../core/controls/combinators.ts';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { modeBits, staysWithin } from '../blocks/host/file-mode.ts';
import { isRoots } from '../blocks/host/file-owner.ts';
import { defineControl } from '../../core/controls/control.ts';

export const hostUnitDropInsMode = defineControl({
  id: 'host-unit-drop-ins-mode',
  subject: host,
  rating: ['takeover', 'one step'],
  title: {
    en: 'Only root can change the drop-ins of the engine’s and containerd’s units',
    zh: '仅 root 可修改引擎和 containerd 单元的附加配置',
  },
  failingTitle: {
    en: 'Accounts other than root can change drop-ins of the engine’s or containerd’s unit',
    zh: 'root 以外的账户可修改引擎或 containerd 单元的附加配置',
  },
  rationale: {
    en: 'A drop-in overrides every line of its unit, the program that is started among them. One that another account owns or may write runs that account’s program as root.',
    zh: '附加配置可覆盖单元中的任何一行，包括要启动的程序。若属于其他账户或可被其写入，该账户的程序就会以 root 运行。',
  },
  remediation: {
    en: 'chown root:root and chmod 0644 on each file below docker.service.d, docker.socket.d and containerd.service.d; systemctl cat docker.service shows which there are.',
    zh: '对 docker.service.d、docker.socket.d 和 containerd.service.d 下的每个文件执行 chown root:root 和 chmod 0644；可用 systemctl cat docker.service 查看有哪些文件。',
  },
  references: [
    'https://man7.org/linux/man-pages/man5/systemd.unit.5.html',
    'https://man7.org/linux/man-pages/man7/inode.7.html',
  ],
  params: z.object({
    allowed: modeBits(0o644).meta({
      en: 'Bits that may be set. 0o644: everybody may read, root alone may write, nobody runs it.',
      zh: '允许设置的权限位。0o644：人人可读，仅 root 可写，无需执行权限。',
    }),
  }),
  check: each(
    (h) => h.unitDropIns,
    all(
      (file) => isRoots(file),
      (file, { params }) => staysWithin(file, params.allowed),
    ),
    text('These units have no drop-ins', '这些单元没有附加配置'),
  ),
});
