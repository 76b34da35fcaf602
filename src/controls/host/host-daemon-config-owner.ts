import { defineControl } from '../../core/controls/control.ts';
import { host, type HostFacts } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { ownedByRoot } from '../blocks/host/file-owner.ts';
import { hasFile } from '../blocks/host/host-file.ts';

const configuration = (h: HostFacts) => h.files.daemonConfig;

export const hostDaemonConfigOwner = defineControl({
  id: 'host-daemon-config-owner',
  subject: host,
  rating: ['takeover', 'one step'],
  title: {
    en: 'The engine’s configuration belongs to root',
    zh: '引擎配置文件属于 root',
  },
  failingTitle: {
    en: 'The engine’s configuration does not belong to root',
    zh: '引擎配置文件不属于 root',
  },
  rationale: {
    en: 'The owner of daemon.json can change it, and its mode as well. In another account’s hands, that account decides how the engine starts, and so is root.',
    zh: 'daemon.json 的属主可以修改内容，也能改动权限。若属于其他账户，该账户就能决定引擎如何启动，等同于 root。',
  },
  remediation: {
    en: 'chown root:root /etc/docker/daemon.json',
    zh: '执行 chown root:root /etc/docker/daemon.json。',
  },
  references: [
    'https://docs.docker.com/reference/cli/dockerd/',
    'https://man7.org/linux/man-pages/man7/inode.7.html',
  ],
  applies: hasFile(configuration, text('configuration file of an engine', '引擎配置文件')),
  check: ownedByRoot(configuration),
});
