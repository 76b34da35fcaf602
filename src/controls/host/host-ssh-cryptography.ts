import { all, noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { fail } from '../../core/controls/verdict.ts';
import { host, type HostFacts } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { weakSshAlgorithms } from '../../knowledge/ssh.ts';
import { whereSshServes } from '../blocks/host/ssh.ts';

const kinds = {
  ciphers: text('cipher', '加密算法'),
  macs: text('message authentication code', '消息认证码'),
  keyExchanges: text('key exchange', '密钥交换算法'),
} as const;

const noWeak = (kind: keyof typeof kinds) =>
  noneFails<HostFacts, string, unknown>(
    (h) => h.ssh?.[kind] ?? [],
    (name) =>
      !weakSshAlgorithms[kind].test(name) ||
      fail(text(`Agrees to the ${kinds[kind].en} ${name}`, `接受${kinds[kind].zh} ${name}`)),
  );

export const hostSshCryptography = defineControl({
  id: 'host-ssh-cryptography',
  subject: host,
  rating: ['breach', 'remote'],
  title: {
    en: 'SSH agrees to no algorithm that is known to be weak',
    zh: 'SSH 不接受已知薄弱的算法',
  },
  failingTitle: {
    en: 'SSH agrees to algorithms that are known to be weak',
    zh: 'SSH 接受已知薄弱的算法',
  },
  rationale: {
    en: 'By SSH administrators send passwords of sudo, keys and what containers hold. Ciphers in CBC mode, RC4 and 3DES, sums on MD5 and exchanges on SHA-1 or 1024 bits let those who listen or stand between read or change it, and a server that still agrees to them can be led there.',
    zh: '管理员经 SSH 传输 sudo 口令、密钥及容器中的数据。CBC 模式、RC4 和 3DES 加密、基于 MD5 的校验、基于 SHA-1 或 1024 位的密钥交换，可能让监听者或中间人读取、篡改；只要服务端仍接受，连接就可能被降级到这些算法。',
  },
  remediation: {
    en: 'Remove Ciphers, MACs and KexAlgorithms that name weak ones from sshd_config and what it includes, so that those of a current OpenSSH are offered; see sshd -T | grep -E "^(ciphers|macs|kexalgorithms)", and systemctl reload ssh.',
    zh: '从 sshd_config 及其包含的文件中去掉含薄弱算法的 Ciphers、MACs、KexAlgorithms，改用当前 OpenSSH 的默认值；用 sshd -T | grep -E "^(ciphers|macs|kexalgorithms)" 核对，并执行 systemctl reload ssh。',
  },
  references: ['https://www.rfc-editor.org/rfc/rfc8758', 'https://www.rfc-editor.org/rfc/rfc9142'],
  applies: whereSshServes,
  check: all(noWeak('ciphers'), noWeak('macs'), noWeak('keyExchanges')),
});
