import type { Container } from '../../harness/containers.ts';

/** Privileged, capabilities and privileges gained later, in every spelling, and where they are only talked of. */
export const privileges: readonly Container[] = [
  {
    name: 'privileged-running',
    options: '--privileged',
    state: 'running',
    expect: {
      'workload-not-privileged': 'fail',
      'workload-capabilities': 'fail',
      'workload-seccomp': 'fail',
      'workload-no-host-devices': ['fail', 'every device'],
      'workload-no-device-cgroup-rules': 'fail',
      'workload-system-paths-masked': 'fail',
      'workload-capabilities-dropped': 'fail',
    },
  },
  {
    name: 'privileged-created',
    options: '--privileged --cap-drop=ALL --user=1000',
    expect: {
      'workload-not-privileged': 'fail',
      'workload-capabilities': 'fail',
      'workload-seccomp': 'fail',
    },
  },
  {
    name: 'privileged-false',
    options: '--privileged=false',
    expect: { 'workload-not-privileged': 'pass', 'workload-no-host-devices': 'pass' },
  },
  {
    name: 'privileged-in-words-alone',
    options: '--label=privileged=true --env=MODE=--privileged --hostname=privileged',
    command: ['sh', '-c', 'sleep 100000', '--', '--privileged', '--cap-add=ALL'],
    state: 'running',
    expect: {
      'workload-not-privileged': 'pass',
      'workload-capabilities': 'pass',
      'workload-no-host-devices': 'pass',
    },
  },
  {
    name: 'cap-plain',
    options: '--cap-add=SYS_ADMIN',
    expect: { 'workload-capabilities': ['fail', 'SYS_ADMIN'], 'workload-not-privileged': 'pass' },
  },
  {
    name: 'cap-prefixed',
    options: '--cap-add=CAP_SYS_PTRACE',
    expect: { 'workload-capabilities': ['fail', 'SYS_PTRACE'] },
  },
  {
    name: 'cap-lower-case',
    options: '--cap-add=cap_net_admin',
    expect: { 'workload-capabilities': ['fail', 'NET_ADMIN'] },
  },
  {
    name: 'cap-all',
    options: '--cap-add=all',
    state: 'running',
    expect: { 'workload-capabilities': ['fail', 'SYS_MODULE'], 'workload-not-privileged': 'pass' },
  },
  {
    name: 'cap-all-less-one',
    options: '--cap-add=ALL --cap-drop=SYS_ADMIN',
    expect: { 'workload-capabilities': ['fail', 'SYS_MODULE'] },
  },
  {
    name: 'cap-all-added-and-dropped',
    options: '--cap-drop=ALL --cap-add=ALL',
    state: 'running',
    expect: { 'workload-capabilities': 'fail' },
  },
  {
    name: 'cap-of-another-user',
    options: '--cap-add=SYS_ADMIN --user=1000',
    state: 'running',
    expect: { 'workload-capabilities': ['fail', 'SYS_ADMIN'] },
  },
  {
    name: 'cap-default',
    expect: { 'workload-capabilities': 'pass', 'workload-capabilities-dropped': 'fail' },
  },
  {
    name: 'cap-dropped-one-by-one',
    options: [
      ...[
        '--cap-drop=CHOWN',
        '--cap-drop=dac_override',
        '--cap-drop=CAP_FSETID',
        '--cap-drop=fowner',
      ],
      ...['--cap-drop=MKNOD', '--cap-drop=NET_RAW', '--cap-drop=SETGID', '--cap-drop=SETUID'],
      ...['--cap-drop=SETFCAP', '--cap-drop=SETPCAP', '--cap-drop=SYS_CHROOT', '--cap-drop=KILL'],
      ...['--cap-drop=cap_audit_write'],
    ],
    expect: { 'workload-capabilities': 'pass', 'workload-capabilities-dropped': 'pass' },
  },
  {
    name: 'cap-added-that-is-default',
    options: '--cap-add=CAP_CHOWN --cap-add=net_raw',
    expect: { 'workload-capabilities': 'pass' },
  },
  {
    name: 'cap-dropped',
    options: '--cap-drop=all',
    state: 'running',
    expect: { 'workload-capabilities': 'pass' },
  },
  {
    name: 'cap-dropped-and-one-back',
    options: '--cap-drop=ALL --cap-add=CAP_NET_BIND_SERVICE',
    expect: { 'workload-capabilities': 'pass', 'workload-capabilities-dropped': 'pass' },
  },
  {
    name: 'cap-dropped-and-a-bad-one-back',
    options: '--cap-drop=ALL --cap-add=SYS_MODULE',
    expect: { 'workload-capabilities': ['fail', 'SYS_MODULE'] },
  },
  {
    name: 'group-docker',
    options: '--group-add=docker',
    expect: { 'workload-no-added-groups': 'fail' },
  },
  {
    name: 'group-root-by-number',
    options: '--group-add=0 --user=1000',
    expect: { 'workload-no-added-groups': 'fail' },
  },
  {
    name: 'group-of-its-own',
    options: '--group-add=54321',
    // What the number stands for on the host was not read.
    expect: { 'workload-no-added-groups': 'unknown' },
  },
  { name: 'group-none', expect: { 'workload-no-added-groups': 'pass' } },
  {
    name: 'entered-as-root',
    state: 'running',
    options: '--user=1000',
    entered: ['--user=0'],
    expect: { 'workload-no-root-exec': 'fail', 'workload-no-privileged-exec': 'pass' },
  },
  {
    name: 'entered-as-itself',
    state: 'running',
    options: '--user=1000',
    entered: [],
    expect: { 'workload-no-root-exec': 'pass', 'workload-no-privileged-exec': 'pass' },
  },
  {
    name: 'entered-with-everything',
    state: 'running',
    options: '--user=1000',
    entered: ['--privileged'],
    expect: { 'workload-no-privileged-exec': 'fail' },
  },
  {
    name: 'entered-by-nobody',
    expect: {
      'workload-no-root-exec': 'not-applicable',
      'workload-no-privileged-exec': 'not-applicable',
    },
  },
  { name: 'gains-by-default', expect: { 'workload-no-new-privileges': 'fail' } },
  {
    name: 'gains-by-default-running',
    state: 'running',
    expect: { 'workload-no-new-privileges': 'fail' },
  },
  {
    name: 'gains-none-bare',
    options: '--security-opt=no-new-privileges',
    expect: { 'workload-no-new-privileges': 'pass' },
  },
  {
    name: 'gains-none-colon',
    options: '--security-opt=no-new-privileges:true',
    state: 'running',
    expect: { 'workload-no-new-privileges': 'pass' },
  },
  {
    name: 'gains-none-equals',
    options: '--security-opt=no-new-privileges=true',
    expect: { 'workload-no-new-privileges': 'pass' },
  },
  {
    name: 'gains-none-numeric',
    options: '--security-opt=no-new-privileges=1',
    state: 'running',
    expect: { 'workload-no-new-privileges': 'pass' },
  },
  {
    name: 'gains-colon-false',
    options: '--security-opt=no-new-privileges:false',
    state: 'running',
    expect: { 'workload-no-new-privileges': 'fail' },
  },
  {
    name: 'gains-equals-false',
    options: '--security-opt=no-new-privileges=false',
    expect: { 'workload-no-new-privileges': 'fail' },
  },
  {
    name: 'gains-none-in-words-alone',
    options: '--label=security-opt=no-new-privileges --env=OPT=no-new-privileges',
    expect: { 'workload-no-new-privileges': 'fail' },
  },
];
