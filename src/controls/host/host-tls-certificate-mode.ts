import { z } from 'zod';
import { host, type HostFacts } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { modeAllowed, modeBits } from '../blocks/host/file-mode.ts';
import { hasFile } from '../blocks/host/host-file.ts';
import { defineControl } from '../../core/controls/control.ts';

const pick = (h: HostFacts) => h.files.tlsServerCertificate;

export const hostTlsCertificateMode = defineControl({
  id: 'host-tls-certificate-mode',
  subject: host,
  // The same, and a certificate without its key opens nothing.
  rating: ['disruption', 'remote'],
  title: {
    en: 'The server certificate of the engine’s API cannot be changed',
    zh: '引擎 API 的服务器证书不可被改写',
  },
  failingTitle: {
    en: 'Accounts other than root can change the server certificate of the engine’s API',
    zh: 'root 以外的账户可改写引擎 API 的服务器证书',
  },
  rationale: {
    en: 'A certificate that others can write is a way to keep the engine from starting: it does not fit its key any more.',
    zh: '证书若可被他人写入，就能使其与私钥不匹配，从而让引擎无法启动。',
  },
  remediation: {
    en: 'chmod 0444 on the file that tlscert names, such as /etc/docker/server.pem.',
    zh: '对 tlscert 指定的文件（如 /etc/docker/server.pem）执行 chmod 0444。',
  },
  references: [
    'https://docs.docker.com/engine/security/protect-access/',
    'https://man7.org/linux/man-pages/man7/inode.7.html',
  ],
  params: z.object({
    allowed: modeBits(0o444).meta({
      en: 'Bits that may be set. 0o444: it is read by all and written by none.',
      zh: '允许设置的权限位。0o444：人人可读，任何人都不可写。',
    }),
  }),
  applies: hasFile(pick, text('server certificate of an engine’s API', '引擎 API 的服务器证书')),
  check: modeAllowed(pick),
});
