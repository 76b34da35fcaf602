import { host, type HostFacts } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { ownedByRoot } from '../blocks/host/file-owner.ts';
import { hasFile } from '../blocks/host/host-file.ts';
import { defineControl } from '../../core/controls/control.ts';

const pick = (h: HostFacts) => h.files.dockerSocketUnit;

export const hostDockerSocketUnitOwner = defineControl({
  id: 'host-docker-socket-unit-owner',
  subject: host,
  rating: ['takeover', 'one step'],
  title: {
    en: 'The unit of the engine’s socket belongs to root',
    zh: '引擎套接字单元属于 root',
  },
  failingTitle: {
    en: 'The unit of the engine’s socket does not belong to root',
    zh: '引擎套接字单元不属于 root',
  },
  rationale: {
    en: 'docker.socket says who owns the engine’s socket and what mode it has. An account that owns the unit writes itself in, and is root from the next start on.',
    zh: 'docker.socket 决定引擎套接字的属主和权限。拥有该单元文件的账户可以把自己写进去，下次启动后即等同于 root。',
  },
  remediation: {
    en: 'chown root:root "$(systemctl show -p FragmentPath --value docker.socket)"',
    zh: '执行 chown root:root "$(systemctl show -p FragmentPath --value docker.socket)"',
  },
  references: [
    'https://man7.org/linux/man-pages/man5/systemd.socket.5.html',
    'https://man7.org/linux/man-pages/man7/inode.7.html',
  ],
  applies: hasFile(pick, text('unit of an engine’s socket', '引擎套接字单元')),
  check: ownedByRoot(pick),
});
