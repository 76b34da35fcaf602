import { host, type HostFacts } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { ownedByRoot } from '../blocks/host/file-owner.ts';
import { hasFile } from '../blocks/host/host-file.ts';
import { defineControl } from '../../core/controls/control.ts';

const pick = (h: HostFacts) => h.files.tlsServerKey;

export const hostTlsKeyOwner = defineControl({
  id: 'host-tls-key-owner',
  subject: host,
  rating: ['breach', 'one step'],
  title: {
    en: 'The engine’s TLS key belongs to root',
    zh: '引擎 TLS 私钥属于 root',
  },
  failingTitle: {
    en: 'The engine’s TLS key does not belong to root',
    zh: '引擎 TLS 私钥不属于 root',
  },
  rationale: {
    en: 'The owner of a file reads it whatever its mode says, since the owner sets the mode. With the key, that account can pose as the engine.',
    zh: '文件属主可以随时更改权限，因此总能读取内容。掌握私钥的账户可以冒充引擎。',
  },
  remediation: {
    en: 'chown root:root on the file that tlskey names, such as /etc/docker/server-key.pem. If another account held it until now, make a new key and certificate.',
    zh: '对 tlskey 指定的文件（如 /etc/docker/server-key.pem）执行 chown root:root。若此前由其他账户持有，应更换密钥和证书。',
  },
  references: [
    'https://docs.docker.com/engine/security/protect-access/',
    'https://man7.org/linux/man-pages/man7/inode.7.html',
  ],
  applies: hasFile(pick, text('TLS key of an engine', '引擎 TLS 私钥')),
  check: ownedByRoot(pick),
});
