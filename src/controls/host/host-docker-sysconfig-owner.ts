import { host, type HostFacts } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { ownedByRoot } from '../blocks/host/file-owner.ts';
import { hasFile } from '../blocks/host/host-file.ts';
import { defineControl } from '../../core/controls/control.ts';

const pick = (h: HostFacts) => h.files.dockerSysconfig;

export const hostDockerSysconfigOwner = defineControl({
  id: 'host-docker-sysconfig-owner',
  subject: host,
  rating: ['takeover', 'one step'],
  title: {
    en: 'The engine’s sysconfig file belongs to root',
    zh: '引擎 sysconfig 文件属于 root',
  },
  failingTitle: {
    en: 'The engine’s sysconfig file does not belong to root',
    zh: '引擎 sysconfig 文件不属于 root',
  },
  rationale: {
    en: 'Where the service reads /etc/sysconfig/docker, its owner decides with which flags and environment a program starts as root.',
    zh: '服务若读取 /etc/sysconfig/docker，其属主就能决定以 root 运行的程序的启动参数和环境变量。',
  },
  remediation: {
    en: 'chown root:root /etc/sysconfig/docker',
    zh: '执行 chown root:root /etc/sysconfig/docker。',
  },
  references: [
    'https://docs.docker.com/reference/cli/dockerd/',
    'https://man7.org/linux/man-pages/man7/inode.7.html',
  ],
  applies: hasFile(pick, text('file /etc/sysconfig/docker', ' /etc/sysconfig/docker 文件')),
  check: ownedByRoot(pick),
});
