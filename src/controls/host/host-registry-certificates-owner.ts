import { each } from '../../core/controls/combinators.ts';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { isRoots } from '../blocks/host/file-owner.ts';
import { defineControl } from '../../core/controls/control.ts';

export const hostRegistryCertificatesOwner = defineControl({
  id: 'host-registry-certificates-owner',
  subject: host,
  rating: ['breach', 'remote'],
  title: {
    en: 'Registry certificates belong to root',
    zh: '仓库证书文件属于 root',
  },
  failingTitle: {
    en: 'A registry certificate does not belong to root',
    zh: '仓库证书文件不属于 root',
  },
  rationale: {
    en: 'Who owns a CA file below /etc/docker/certs.d can exchange it, and then decides which server the engine takes for the registry. A client key there opens the registry in the host’s name.',
    zh: '/etc/docker/certs.d 下 CA 文件的属主可以替换它，从而决定引擎把哪台服务器当作镜像仓库；其中的客户端私钥则可用主机的身份访问仓库。',
  },
  remediation: {
    en: 'chown -R root:root /etc/docker/certs.d',
    zh: '执行 chown -R root:root /etc/docker/certs.d。',
  },
  references: [
    'https://docs.docker.com/engine/security/certificates/',
    'https://man7.org/linux/man-pages/man7/inode.7.html',
  ],
  check: each(
    (h) => h.registryCertificates,
    (file) => isRoots(file),
    text('The host holds no registry certificates', '宿主机上没有仓库证书'),
  ),
});
