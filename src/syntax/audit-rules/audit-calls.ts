/**
 * System calls with which files are written, renamed, removed or given other attributes, as the kernel sorts them for the
 * permissions `w` and `a`, and with which they are opened; `all` stands for every one.
 *
 * @see https://github.com/torvalds/linux/tree/master/include/asm-generic
 */
export const fileCalls: ReadonlySet<string> = new Set([
  ...['all', 'open', 'openat', 'openat2', 'open_by_handle_at', 'creat', 'truncate', 'truncate64'],
  ...['ftruncate', 'ftruncate64', 'fallocate', 'rename', 'renameat', 'renameat2', 'link', 'linkat'],
  ...[
    'symlink',
    'symlinkat',
    'unlink',
    'unlinkat',
    'mkdir',
    'mkdirat',
    'rmdir',
    'mknod',
    'mknodat',
  ],
  ...['chmod', 'fchmod', 'fchmodat', 'fchmodat2', 'chown', 'chown32', 'fchown', 'fchown32'],
  ...['fchownat', 'lchown', 'lchown32', 'setxattr', 'setxattrat', 'lsetxattr', 'fsetxattr'],
  ...['removexattr', 'removexattrat', 'lremovexattr', 'fremovexattr', 'acct', 'swapon', 'quotactl'],
  ...['write', 'writev', 'pwrite64', 'mmap', 'mount', 'execve', 'execveat'],
]);
