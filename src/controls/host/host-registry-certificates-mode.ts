import { z } from 'zod';
import { each } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { modeBits, staysWithin } from '../blocks/host/file-mode.ts';

export const hostRegistryCertificatesMode = defineControl({
  id: 'host-registry-certificates-mode',
  subject: host,
  // The usual failure is 0644: root's ownership must fail too.
  rating: ['breach', 'remote'],
  title: {
    en: 'Registry certificates cannot be changed',
    zh: '仓库证书文件不可被改写',
  },
  failingTitle: {
    en: 'Accounts other than root can change registry certificates',
    zh: 'root 以外的账户可改写仓库证书文件',
  },
  rationale: {
    en: 'A CA file below /etc/docker/certs.d decides which server the engine takes for the registry. Anyone who can exchange it can put a server and images of their own in its place.',
    zh: '/etc/docker/certs.d 下的 CA 文件决定引擎把哪台服务器当作镜像仓库。能替换它的人，就能用自己的服务器和镜像冒名顶替。',
  },
  remediation: {
    en: 'find /etc/docker/certs.d -type f -exec chmod 0444 {} + and find /etc/docker/certs.d -type d -exec chmod 0755 {} +',
    zh: '执行 find /etc/docker/certs.d -type f -exec chmod 0444 {} + 以及 find /etc/docker/certs.d -type d -exec chmod 0755 {} +',
  },
  references: [
    'https://docs.docker.com/engine/security/certificates/',
    'https://man7.org/linux/man-pages/man7/inode.7.html',
  ],
  params: z.object({
    allowed: modeBits(0o444).meta({
      en: 'Bits that a file may have. 0o444: it is read by all and written by none.',
      zh: '文件允许具有的权限位。0o444：人人可读，无人可写。',
    }),
    allowedDirectory: modeBits(0o755).meta({
      en: 'Bits that a directory may have. 0o755: root alone puts files in.',
      zh: '目录允许具有的权限位。0o755：仅 root 可放入文件。',
    }),
  }),
  check: each(
    (h) => h.registryCertificates,
    (file, { params }) =>
      staysWithin(file, file.type === 'directory' ? params.allowedDirectory : params.allowed),
    text('The host holds no registry certificates', '宿主机上没有仓库证书'),
  ),
});
