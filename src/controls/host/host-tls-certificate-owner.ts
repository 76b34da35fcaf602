import { host, type HostFacts } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { ownedByRoot } from '../blocks/host/file-owner.ts';
import { hasFile } from '../blocks/host/host-file.ts';
import { defineControl } from '../../core/controls/control.ts';

const pick = (h: HostFacts) => h.files.tlsServerCertificate;

export const hostTlsCertificateOwner = defineControl({
  id: 'host-tls-certificate-owner',
  subject: host,
  // Without its key a certificate opens nothing: the engine only fails to start.
  rating: ['disruption', 'one step'],
  title: {
    en: 'The server certificate of the engine’s API belongs to root',
    zh: '引擎 API 的服务器证书属于 root',
  },
  failingTitle: {
    en: 'The server certificate of the engine’s API does not belong to root',
    zh: '引擎 API 的服务器证书不属于 root',
  },
  rationale: {
    en: 'Anyone who owns this file can exchange or empty it: at its next start the engine then does not come up, or shows clients a certificate that they refuse.',
    zh: '该文件的属主可以替换或清空证书，引擎下次启动时就会失败，或向客户端出示不被接受的证书。',
  },
  remediation: {
    en: 'chown root:root on the file that tlscert names, such as /etc/docker/server.pem.',
    zh: '对 tlscert 指定的文件（如 /etc/docker/server.pem）执行 chown root:root。',
  },
  references: [
    'https://docs.docker.com/engine/security/protect-access/',
    'https://man7.org/linux/man-pages/man7/inode.7.html',
  ],
  applies: hasFile(pick, text('server certificate of an engine’s API', '引擎 API 的服务器证书')),
  check: ownedByRoot(pick),
});
