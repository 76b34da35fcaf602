import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { host, type HostFacts } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { modeAllowed, modeBits } from '../blocks/host/file-mode.ts';
import { hasFile } from '../blocks/host/host-file.ts';

const key = (h: HostFacts) => h.files.tlsServerKey;

export const hostTlsKeyMode = defineControl({
  id: 'host-tls-key-mode',
  subject: host,
  // A place on the network's path besides. Posing as the engine yields what is sent to it, not the engine.
  rating: ['breach', 'one step'],
  title: {
    en: 'Nobody but its owner can read the engine’s TLS key',
    zh: '除属主外无人可读取引擎 TLS 私钥',
  },
  failingTitle: {
    en: 'Accounts other than its owner can read the engine’s TLS key',
    zh: '属主以外的账户可读取引擎 TLS 私钥',
  },
  rationale: {
    en: 'Anyone who can read the key can pose as the engine to its clients. That its owner is root is for another control to say.',
    zh: '能读取私钥的人可以向客户端冒充引擎。属主是否为 root 由另一控制项判断。',
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
      en: 'Bits that may be set. 0o400: its owner reads it, and nobody ever needs to write it.',
      zh: '允许设置的权限位。0o400：仅属主可读，任何人都无需写入。',
    }),
  }),
  applies: hasFile(key, text('TLS key of an engine', '引擎 TLS 私钥')),
  check: modeAllowed(key),
});
