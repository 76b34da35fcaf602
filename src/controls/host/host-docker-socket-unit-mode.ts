import { z } from 'zod';
import { host, type HostFacts } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { modeAllowed, modeBits } from '../blocks/host/file-mode.ts';
import { hasFile } from '../blocks/host/host-file.ts';
import { defineControl } from '../../core/controls/control.ts';

const pick = (h: HostFacts) => h.files.dockerSocketUnit;

export const hostDockerSocketUnitMode = defineControl({
  id: 'host-docker-socket-unit-mode',
  subject: host,
  rating: ['takeover', 'one step'],
  title: {
    en: 'Only root can change the unit of the engine’s socket',
    zh: '仅 root 可修改引擎套接字单元',
  },
  failingTitle: {
    en: 'Accounts other than root can change the unit of the engine’s socket',
    zh: 'root 以外的账户可修改引擎套接字单元',
  },
  rationale: {
    en: 'One line in docker.socket, SocketMode=0666, makes everybody on the host root from the next start on. So nobody but root may write to it.',
    zh: '在 docker.socket 中写入一行 SocketMode=0666，下次启动后主机上的任何人都等同于 root。因此除 root 外不得写入。',
  },
  remediation: {
    en: 'chmod 0644 "$(systemctl show -p FragmentPath --value docker.socket)"',
    zh: '执行 chmod 0644 "$(systemctl show -p FragmentPath --value docker.socket)"',
  },
  references: [
    'https://man7.org/linux/man-pages/man5/systemd.socket.5.html',
    'https://man7.org/linux/man-pages/man7/inode.7.html',
  ],
  params: z.object({
    allowed: modeBits(0o644).meta({
      en: 'Bits that may be set. 0o644: everybody may read, root alone may write, nobody runs it.',
      zh: '允许设置的权限位。0o644：人人可读，仅 root 可写，无需执行权限。',
    }),
  }),
  applies: hasFile(pick, text('unit of an engine’s socket', '引擎套接字单元')),
  check: modeAllowed(pick),
});
