import { host, type HostFacts } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { ownedByRoot } from '../blocks/host/file-owner.ts';
import { hasFile } from '../blocks/host/host-file.ts';
import { defineControl } from '../../core/controls/control.ts';

const pick = (h: HostFacts) => h.files.tlsCaCertificate;

export const hostTlsCaOwner = defineControl({
  id: 'host-tls-ca-owner',
  subject: host,
  rating: ['takeover', 'one step'],
  title: {
    en: 'The CA certificate of the engine’s API belongs to root',
    zh: '引擎 API 的 CA 证书属于 root',
  },
  failingTitle: {
    en: 'The CA certificate of the engine’s API does not belong to root',
    zh: '引擎 API 的 CA 证书不属于 root',
  },
  rationale: {
    en: 'This file decides whose client certificates the engine lets in. Anyone who owns it can put a CA of their own there, and steer the engine as root from its next start on.',
    zh: '该文件决定引擎接受谁签发的客户端证书。其属主可以换上自己的 CA，自下次启动起以 root 操纵引擎。',
  },
  remediation: {
    en: 'chown root:root on the file that tlscacert names, such as /etc/docker/ca.pem.',
    zh: '对 tlscacert 指定的文件（如 /etc/docker/ca.pem）执行 chown root:root。',
  },
  references: [
    'https://docs.docker.com/engine/security/protect-access/',
    'https://man7.org/linux/man-pages/man7/inode.7.html',
  ],
  applies: hasFile(pick, text('CA certificate of an engine’s API', '引擎 API 的 CA 证书')),
  check: ownedByRoot(pick),
});
