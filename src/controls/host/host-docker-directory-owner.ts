import { defineControl } from '../../core/controls/control.ts';
import { host, type HostFacts } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { ownedByRoot } from '../blocks/host/file-owner.ts';
import { hasFile } from '../blocks/host/host-file.ts';

const directory = (h: HostFacts) => h.files.dockerDirectory;

export const hostDockerDirectoryOwner = defineControl({
  id: 'host-docker-directory-owner',
  subject: host,
  rating: ['takeover', 'one step'],
  title: {
    en: 'The directory /etc/docker belongs to root',
    zh: '/etc/docker 目录属于 root',
  },
  failingTitle: {
    en: 'The directory /etc/docker does not belong to root',
    zh: '/etc/docker 目录不属于 root',
  },
  rationale: {
    en: 'The owner of a directory can exchange every file in it, and here lie the engine’s configuration and the certificates it trusts.',
    zh: '目录属主可以替换其中的任何文件，而这里存放着引擎配置和所信任的证书。',
  },
  remediation: {
    en: 'chown root:root /etc/docker',
    zh: '执行 chown root:root /etc/docker。',
  },
  references: [
    'https://docs.docker.com/engine/security/certificates/',
    'https://man7.org/linux/man-pages/man7/inode.7.html',
  ],
  applies: hasFile(directory, text('directory /etc/docker', ' /etc/docker 目录')),
  check: ownedByRoot(directory),
});
