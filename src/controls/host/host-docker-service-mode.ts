import { z } from 'zod';
import { all, any, each } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { host, type HostFacts } from '../../core/subjects/host/host.ts';
import { modeAllowed, modeBits, staysWithin } from '../blocks/host/file-mode.ts';
import { noUnit } from '../blocks/host/without-unit.ts';
import { dropInOf } from '../blocks/host/unit-drop-in.ts';

const unit = (h: HostFacts) => h.files.dockerService;
const dropIns = (h: HostFacts) => h.unitDropIns.filter(dropInOf('docker.service'));

export const hostDockerServiceMode = defineControl({
  id: 'host-docker-service-mode',
  subject: host,
  rating: ['takeover', 'one step'],
  title: {
    en: 'Only root can change the engine’s service unit and its drop-ins',
    zh: '仅 root 可修改引擎服务单元及其附加配置',
  },
  failingTitle: {
    en: 'Accounts other than root can change the engine’s service unit or its drop-ins',
    zh: 'root 以外的账户可修改引擎服务单元或其附加配置',
  },
  rationale: {
    en: 'Write access to the unit, or to one drop-in beside it, is enough to have any program run as root at the next start of the service.',
    zh: '只要能写服务单元或任一附加配置，就能让任意程序在服务下次启动时以 root 运行。',
  },
  remediation: {
    en: 'chmod 0644 "$(systemctl show -p FragmentPath --value docker.service)" /etc/systemd/system/docker.service.d/*',
    zh: '执行 chmod 0644 "$(systemctl show -p FragmentPath --value docker.service)" /etc/systemd/system/docker.service.d/*',
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
  applies: any(
    (h) => unit(h) !== null || noUnit,
    (h) => dropIns(h).length > 0,
  ),
  check: all(
    modeAllowed(unit),
    each(dropIns, (file, { params }) => staysWithin(file, params.allowed)),
  ),
});
