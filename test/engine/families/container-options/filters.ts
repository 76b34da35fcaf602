import type { Container } from '../../harness/containers.ts';

/** System call filters and security labels. */
export const filters: readonly Container[] = [
  {
    name: 'seccomp-default',
    state: 'running',
    expect: { 'workload-seccomp': 'pass', 'workload-selinux': 'not-applicable' },
  },
  { name: 'seccomp-default-created', expect: { 'workload-seccomp': 'pass' } },
  {
    name: 'seccomp-builtin',
    options: '--security-opt=seccomp=builtin',
    state: 'running',
    expect: { 'workload-seccomp': 'pass' },
  },
  {
    name: 'seccomp-unconfined',
    options: '--security-opt=seccomp=unconfined',
    state: 'running',
    expect: { 'workload-seccomp': ['fail', 'switched off'] },
  },
  {
    name: 'seccomp-unconfined-created',
    options: '--security-opt=seccomp=unconfined',
    expect: { 'workload-seccomp': ['fail', 'switched off'] },
  },
  {
    name: 'seccomp-unconfined-in-words-alone',
    options: '--label=seccomp=unconfined --env=SECCOMP=unconfined',
    state: 'running',
    expect: { 'workload-seccomp': 'pass' },
  },
  {
    name: 'seccomp-allows-all',
    options: '--security-opt=seccomp={folder}/allows-all.json',
    state: 'running',
    expect: { 'workload-seccomp': ['fail', 'every system call'] },
  },
  {
    name: 'seccomp-allows-all-by-name',
    options: '--security-opt=seccomp={folder}/allows-all-by-name.json',
    expect: { 'workload-seccomp': 'fail' },
  },
  {
    name: 'seccomp-only-logs',
    options: '--security-opt=seccomp={folder}/only-logs.json',
    expect: { 'workload-seccomp': 'fail' },
  },
  {
    name: 'seccomp-of-its-own',
    options: '--security-opt=seccomp={folder}/strict.json',
    state: 'running',
    expect: { 'workload-seccomp': 'pass' },
  },
  {
    // The engine under test passes its profile over; newer ones do not.
    name: 'seccomp-of-its-own-and-privileged',
    options: '--privileged --security-opt=seccomp={folder}/strict.json',
    state: 'running',
    expect: { 'workload-seccomp': ['fail', 'By the kernel'] },
  },
  {
    name: 'seccomp-of-its-own-and-privileged-created',
    options: '--privileged --security-opt=seccomp={folder}/strict.json',
    expect: { 'workload-seccomp': 'unknown' },
  },
  {
    name: 'paths-masked',
    state: 'running',
    expect: { 'workload-system-paths-masked': 'pass' },
  },
  {
    name: 'paths-open',
    options: '--security-opt=systempaths=unconfined',
    expect: { 'workload-system-paths-masked': 'fail' },
  },
  {
    name: 'paths-open-in-words-alone',
    options: '--label=systempaths=unconfined',
    expect: { 'workload-system-paths-masked': 'pass' },
  },
  { name: 'apparmor-without-the-module', expect: { 'workload-apparmor': 'not-applicable' } },
];

/** What runc, a shell and sleep need. */
const neededCalls = [
  ...[
    'access',
    'arch_prctl',
    'brk',
    'capget',
    'capset',
    'chdir',
    'chmod',
    'chown',
    'clock_nanosleep',
  ],
  ...['close', 'close_range', 'dup', 'dup2', 'dup3', 'epoll_create1', 'epoll_ctl'],
  ...['epoll_pwait', 'eventfd2', 'execve', 'exit', 'exit_group', 'faccessat2', 'fchdir', 'fchown'],
  ...[
    'fchownat',
    'fcntl',
    'fstat',
    'fstatfs',
    'futex',
    'getcwd',
    'getdents64',
    'getegid',
    'geteuid',
  ],
  ...['getgid', 'getpgrp', 'getpid', 'getppid', 'getrandom', 'gettid', 'getuid', 'ioctl', 'kill'],
  ...[
    'lseek',
    'madvise',
    'mmap',
    'mprotect',
    'munmap',
    'nanosleep',
    'newfstatat',
    'open',
    'openat',
  ],
  ...['pipe2', 'prctl', 'pread64', 'prlimit64', 'read', 'readlink', 'readlinkat', 'rseq'],
  ...['rt_sigaction', 'rt_sigprocmask', 'rt_sigreturn', 'sched_getaffinity', 'sched_yield'],
  ...['set_robust_list', 'set_tid_address', 'setgid', 'setgroups', 'setpgid', 'setsid', 'setuid'],
  ...[
    'sigaltstack',
    'stat',
    'statfs',
    'statx',
    'sysinfo',
    'tgkill',
    'umask',
    'uname',
    'wait4',
    'write',
  ],
];

/** Profiles by file name. */
export const seccompProfiles: Readonly<Record<string, object>> = {
  'allows-all.json': { defaultAction: 'SCMP_ACT_ALLOW' },
  'allows-all-by-name.json': {
    defaultAction: 'SCMP_ACT_ERRNO',
    syscalls: [
      {
        names: [
          ...neededCalls,
          ...[
            'bpf',
            'clone',
            'clone3',
            'delete_module',
            'finit_module',
            'init_module',
            'kexec_load',
          ],
          ...['keyctl', 'mount', 'open_by_handle_at', 'perf_event_open', 'pivot_root', 'ptrace'],
          ...['reboot', 'setns', 'swapon', 'umount2', 'unshare', 'userfaultfd'],
        ],
        action: 'SCMP_ACT_ALLOW',
      },
    ],
  },
  'only-logs.json': { defaultAction: 'SCMP_ACT_LOG' },
  'strict.json': {
    defaultAction: 'SCMP_ACT_ERRNO',
    syscalls: [
      { names: neededCalls, action: 'SCMP_ACT_ALLOW' },
      // Threads and processes, but no namespaces.
      {
        names: ['clone'],
        action: 'SCMP_ACT_ALLOW',
        args: [{ index: 0, value: 0x7e02_0000, op: 'SCMP_CMP_MASKED_EQ' }],
      },
    ],
  },
};
