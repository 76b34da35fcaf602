import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { host, type HostFacts } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { modeAllowed, modeBits } from '../blocks/host/file-mode.ts';
import { hasFile } from '../blocks/host/host-file.ts';

const key = (h: HostFacts) => h.files.clientKey;

export const hostDockerClientKeyMode = defineControl({
  id: 'host-docker-client-key-mode',
  subject: host,
  // One account on the host, and a port of an engine to use it at.
  rating: ['takeover', 'one step'],
  title: {
    en: 'Only root can read the key of root’s docker client',
    zh: '仅 root 可读取 root 的 docker 客户端私钥',
  },
  failingTitle: {
    en: 'Accounts other than root can read the key of root’s docker client',
    zh: 'root 以外的账户可读取 root 的 docker 客户端私钥',
  },
  rationale: {
    en: 'With this key and its certificate anyone commands, as root, every engine that trusts them, from wherever its port can be reached.',
    zh: '凭此私钥及其证书，任何人都能以 root 权限操控信任它的全部引擎，只要能访问其端口即可。',
  },
  remediation: {
    en: 'chmod 0400 /root/.docker/key.pem. If others could read it until now, make a new key and certificate, and a new authority for the engines unless they check revocation.',
    zh: '执行 chmod 0400 /root/.docker/key.pem。若此前他人可读，应更换密钥与证书；引擎不检查吊销，必要时连同 CA 一并更换。',
  },
  references: [
    'https://docs.docker.com/engine/security/protect-access/',
    'https://man7.org/linux/man-pages/man7/inode.7.html',
  ],
  params: z.object({
    allowed: modeBits(0o600).meta({
      en: 'Bits that may be set. 0o600: that root may replace it gives nothing away, and docker context writes it so.',
      zh: '允许设置的权限位。0o600：root 可以替换它并不会泄露内容，docker context 即按此写入。',
    }),
  }),
  applies: hasFile(key, text('key of a docker client of root', 'root 的 docker 客户端私钥')),
  check: modeAllowed(key),
});
