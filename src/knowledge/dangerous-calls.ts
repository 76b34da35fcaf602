/**
 * System calls that reach for the kernel itself, for other processes or for what is outside of the container,
 * sorted. `clone` means one that may make a user namespace, in which everybody is root.
 *
 * @see https://docs.docker.com/engine/security/seccomp/#significant-syscalls-blocked-by-the-default-profile
 */
export const dangerousCalls = [
  'add_key',
  'bpf',
  'clone',
  'clone3',
  'delete_module',
  'finit_module',
  'init_module',
  'kexec_file_load',
  'kexec_load',
  'keyctl',
  'mount',
  'open_by_handle_at',
  'perf_event_open',
  'ptrace',
  'reboot',
  'setns',
  'swapon',
  'umount2',
  'unshare',
  'userfaultfd',
] as const;
