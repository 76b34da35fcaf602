import { all, any, each } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { host, type HostFacts } from '../../core/subjects/host/host.ts';
import { isRoots, ownedByRoot } from '../blocks/host/file-owner.ts';
import { noUnit } from '../blocks/host/without-unit.ts';
import { dropInOf } from '../blocks/host/unit-drop-in.ts';

const unit = (h: HostFacts) => h.files.dockerService;
const dropIns = (h: HostFacts) => h.unitDropIns.filter(dropInOf('docker.service'));

export const hostDockerServiceOwner = defineControl({
  id: 'host-docker-service-owner',
  subject: host,
  rating: ['takeover', 'one step'],
  title: {
    en: 'The engine’s service unit and its drop-ins belong to root',
    zh: '引擎服务单元及其附加配置属于 root',
  },
  failingTitle: {
    en: 'The engine’s service unit or a drop-in does not belong to root',
    zh: '引擎服务单元或其附加配置不属于 root',
  },
  rationale: {
    en: 'The unit says what runs as root when the host starts, and a drop-in beside it overrides every line. An account that owns one of them runs whatever it likes as root.',
    zh: '服务单元决定开机时以 root 运行什么程序，旁边的附加配置可以覆盖其中任何一行。拥有其中任一文件的账户，就能以 root 运行任意程序。',
  },
  remediation: {
    en: 'chown root:root on the unit and on what lies in its .d directories: chown root:root "$(systemctl show -p FragmentPath --value docker.service)" /etc/systemd/system/docker.service.d/*',
    zh: '将单元文件及其 .d 目录中的文件改为 root 所有：chown root:root "$(systemctl show -p FragmentPath --value docker.service)" /etc/systemd/system/docker.service.d/*',
  },
  references: [
    'https://man7.org/linux/man-pages/man5/systemd.unit.5.html',
    'https://man7.org/linux/man-pages/man7/inode.7.html',
  ],
  applies: any(
    (h) => unit(h) !== null || noUnit,
    (h) => dropIns(h).length > 0,
  ),
  check: all(
    ownedByRoot(unit),
    each(dropIns, (file) => isRoots(file)),
  ),
});
