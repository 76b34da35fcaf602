import { z } from 'zod';
import { defineControl } from '../../core/control.ts';
import { host, type HostFacts } from '../../core/subjects/host.ts';
import { text } from '../../core/text.ts';
import { modeAllowed, modeBits } from './file-mode.ts';
import { hasFile } from './host-file.ts';

const key = (h: HostFacts) => h.files.tlsServerKey;

export const hostTlsKeyMode = defineControl({
  id: 'host-tls-key-mode',
  subject: host,
  severity: 'high',
  title: {
    en: 'Only root can read the engine’s TLS key',
    zh: '仅 root 可读取引擎 TLS 私钥',
  },
  rationale: {
    en: 'With the key, anyone can pose as the engine, see what administrators send it, registry passwords included, and pass it on unnoticed.',
    zh: '掌握私钥者可以冒充引擎，截获管理员发送的内容（包括仓库口令）并转发，不易被察觉。',
  },
  remediation: {
    en: 'chmod 0400 /etc/docker/server-key.pem (the file that tlskey names). If others could read it until now, make a new key and certificate.',
    zh: '对 tlskey 指定的文件执行 chmod 0400 /etc/docker/server-key.pem。若此前他人可读，应更换密钥和证书。',
  },
  references: [
    'https://docs.docker.com/engine/security/protect-access/',
    'https://man7.org/linux/man-pages/man7/inode.7.html',
  ],
  params: z.object({
    allowed: modeBits(0o400).meta({
      en: 'Bits that may be set. 0o400: root reads it, and nobody ever needs to write it.',
      zh: '允许设置的权限位。0o400：仅 root 可读，任何人都无需写入。',
    }),
  }),
  applies: hasFile(key, text('TLS key of an engine', '引擎 TLS 私钥')),
  check: modeAllowed(key),
});
