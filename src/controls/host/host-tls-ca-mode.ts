import { z } from 'zod';
import { host, type HostFacts } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { modeAllowed, modeBits } from '../blocks/host/file-mode.ts';
import { hasFile } from '../blocks/host/host-file.ts';
import { defineControl } from '../../core/controls/control.ts';

const pick = (h: HostFacts) => h.files.tlsCaCertificate;

export const hostTlsCaMode = defineControl({
  id: 'host-tls-ca-mode',
  subject: host,
  // The usual failure is 0644: root’s ownership must fail too.
  rating: ['takeover', 'remote'],
  title: {
    en: 'The CA certificate of the engine’s API cannot be changed',
    zh: '引擎 API 的 CA 证书不可被改写',
  },
  failingTitle: {
    en: 'Accounts other than root can change the CA certificate of the engine’s API',
    zh: 'root 以外的账户可改写引擎 API 的 CA 证书',
  },
  rationale: {
    en: 'Anyone who can write to this file can add a CA of their own, whose client certificates the engine then takes for an administrator’s.',
    zh: '能写该文件的人可以加入自己的 CA，引擎随后会把由它签发的客户端证书当作管理员证书。',
  },
  remediation: {
    en: 'chmod 0444 on the file that tlscacert names, such as /etc/docker/ca.pem.',
    zh: '对 tlscacert 指定的文件（如 /etc/docker/ca.pem）执行 chmod 0444。',
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
  applies: hasFile(pick, text('CA certificate of an engine’s API', '引擎 API 的 CA 证书')),
  check: modeAllowed(pick),
});
