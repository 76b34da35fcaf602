import { all } from '../../core/controls/combinators.ts';
import { host, type HostFacts } from '../../core/subjects/host/host.ts';
import { sysctlAtLeast } from '../blocks/host/sysctl.ts';
import { defineControl } from '../../core/controls/control.ts';

const unlessUnknown = (h: HostFacts, name: string) =>
  h.sysctls[name] === undefined || sysctlAtLeast(h, name, 1);

export const hostKernelHardlinks = defineControl({
  id: 'host-kernel-hardlinks',
  subject: host,
  rating: ['takeover', 'remote'],
  title: {
    en: 'The kernel guards links and files in directories that all may write to',
    zh: '内核保护公共可写目录中的链接和文件',
  },
  failingTitle: {
    en: 'The kernel does not guard links and files in directories that all may write to',
    zh: '内核未保护公共可写目录中的链接和文件',
  },
  rationale: {
    en: 'With links of their own making in /tmp or in a shared volume, an account leads programs of root to files that it could not touch itself. These parameters refuse to follow them.',
    zh: '普通账户可在 /tmp 或共享卷中布置链接，诱使 root 的程序去操作它自己无权触碰的文件。这些参数让内核拒绝跟随此类链接。',
  },
  remediation: {
    en: 'Write fs.protected_hardlinks=1, fs.protected_symlinks=1, fs.protected_fifos=1 and fs.protected_regular=1 into /etc/sysctl.d/60-links.conf, one line each, and load them: sysctl --system.',
    zh: '在 /etc/sysctl.d/60-links.conf 中逐行写入 fs.protected_hardlinks=1、fs.protected_symlinks=1、fs.protected_fifos=1 和 fs.protected_regular=1，并用 sysctl --system 加载。',
  },
  references: [
    'https://docs.kernel.org/admin-guide/sysctl/fs.html',
    'https://man7.org/linux/man-pages/man5/proc_sys_fs.5.html',
  ],
  check: all(
    (h) => sysctlAtLeast(h, 'fs.protected_hardlinks', 1),
    (h) => sysctlAtLeast(h, 'fs.protected_symlinks', 1),
    // Both came with Linux 4.19.
    (h) => unlessUnknown(h, 'fs.protected_fifos'),
    (h) => unlessUnknown(h, 'fs.protected_regular'),
  ),
});
