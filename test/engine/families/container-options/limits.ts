import type { Container } from '../../harness/containers.ts';

/** Memory, processors, processes, restarts: set, unset, zero, minus one and the engine's default. */
export const limits: readonly Container[] = [
  {
    name: 'limit-none',
    expect: {
      'workload-memory-limit': 'fail',
      'workload-cpu-limit': 'fail',
      'workload-pids-limit': 'fail',
      'workload-engine-memory-killer': 'pass',
      'workload-restart-bounded': 'pass',
      'workload-default-cgroup': 'pass',
      'workload-block-io': 'fail',
      'workload-swap-limit': 'not-applicable',
      'workload-shm-size': 'pass',
      'workload-no-oom-kills': 'pass',
      'workload-restart-storm': 'pass',
    },
  },
  {
    name: 'limit-all',
    options: '--memory=64m --cpus=0.5 --pids-limit=100 --restart=on-failure:5',
    state: 'running',
    expect: {
      'workload-memory-limit': 'pass',
      'workload-cpu-limit': 'pass',
      'workload-pids-limit': 'pass',
      'workload-restart-bounded': 'pass',
      'workload-swap-limit': 'pass',
      'workload-no-oom-kills': 'pass',
      'workload-restart-storm': 'pass',
    },
  },
  {
    name: 'limit-in-words-alone',
    options: '--label=memory=64m --env=MEMORY=64m --label=pids-limit=100',
    expect: { 'workload-memory-limit': 'fail', 'workload-pids-limit': 'fail' },
  },
  {
    name: 'memory-zero',
    options: '--memory=0',
    expect: { 'workload-memory-limit': 'fail' },
  },
  {
    name: 'memory-soft-alone',
    options: '--memory-reservation=64m',
    expect: { 'workload-memory-limit': 'fail' },
  },
  {
    name: 'memory-with-endless-swap',
    options: '--memory=64m --memory-swap=-1',
    expect: { 'workload-memory-limit': 'pass', 'workload-swap-limit': 'fail' },
  },
  {
    name: 'memory-without-swap',
    options: '--memory=64m --memory-swap=64m',
    expect: { 'workload-swap-limit': 'pass' },
  },
  {
    name: 'memory-with-much-swap',
    options: '--memory=64m --memory-swap=10g',
    expect: { 'workload-swap-limit': 'fail' },
  },
  {
    name: 'memory-ran-out',
    options: '--memory=32m --memory-swap=32m',
    // A kill that comes before containerd's shim watches for one is noted by nobody, nor is one that is told
    // after the container's end.
    command: ['sh', '-c', 'sleep 3; busybox tail /dev/zero; sleep 3'],
    state: 'ended',
    expect: { 'workload-no-oom-kills': 'fail' },
  },
  {
    name: 'memory-shared-much',
    options: '--shm-size=2g',
    expect: { 'workload-shm-size': 'fail' },
  },
  {
    name: 'memory-shared-with-host',
    options: '--ipc=host',
    expect: { 'workload-shm-size': 'not-applicable' },
  },
  {
    name: 'files-limited',
    options: '--ulimit=nofile=1024:2048',
    expect: { 'workload-ulimits': 'pass' },
  },
  {
    name: 'files-unlimited',
    options: '--ulimit=nofile=-1:-1',
    expect: { 'workload-ulimits': 'fail' },
  },
  {
    name: 'files-limited-much-too-high',
    options: '--ulimit=nofile=1048576',
    expect: { 'workload-ulimits': ['fail', '1048576'] },
  },
  {
    name: 'tmpfs-bounded',
    options: ['--tmpfs=/a:size=1m', '--mount=type=tmpfs,dst=/b,tmpfs-size=1m'],
    expect: { 'workload-tmpfs-bounded': 'pass' },
  },
  {
    name: 'tmpfs-without-a-size',
    options: '--tmpfs=/a:size=1m --tmpfs=/b',
    expect: { 'workload-tmpfs-bounded': ['fail', '/b'] },
  },
  { name: 'tmpfs-none', expect: { 'workload-tmpfs-bounded': 'not-applicable' } },
  {
    name: 'memory-killer-off',
    options: '--oom-kill-disable',
    expect: { 'workload-engine-memory-killer': 'fail' },
  },
  {
    name: 'memory-killer-off-with-limit',
    options: '--oom-kill-disable --memory=64m',
    expect: { 'workload-engine-memory-killer': 'pass' },
  },
  { name: 'cpu-count', options: '--cpus=1.5', expect: { 'workload-cpu-limit': 'pass' } },
  { name: 'cpu-quota', options: '--cpu-quota=50000', expect: { 'workload-cpu-limit': 'pass' } },
  {
    name: 'cpu-quota-and-period',
    options: '--cpu-quota=20000 --cpu-period=40000',
    expect: { 'workload-cpu-limit': 'pass' },
  },
  {
    name: 'cpu-period-alone',
    options: '--cpu-period=50000',
    expect: { 'workload-cpu-limit': 'fail' },
  },
  {
    name: 'cpu-quota-endless',
    options: '--cpu-quota=-1',
    expect: { 'workload-cpu-limit': 'fail' },
  },
  { name: 'cpu-shares', options: '--cpu-shares=512', expect: { 'workload-cpu-limit': 'pass' } },
  {
    name: 'cpu-shares-default',
    options: '--cpu-shares=1024',
    expect: { 'workload-cpu-limit': 'fail' },
  },
  {
    name: 'cpu-shares-zero',
    options: '--cpu-shares=0',
    expect: { 'workload-cpu-limit': 'fail' },
  },
  {
    name: 'cpu-shares-default-with-count',
    options: '--cpu-shares=1024 --cpus=1',
    expect: { 'workload-cpu-limit': 'pass' },
  },
  // What is pinned may use its processors up.
  { name: 'cpu-set', options: '--cpuset-cpus=0', expect: { 'workload-cpu-limit': 'fail' } },
  { name: 'pids-some', options: '--pids-limit=200', expect: { 'workload-pids-limit': 'pass' } },
  { name: 'pids-zero', options: '--pids-limit=0', expect: { 'workload-pids-limit': 'fail' } },
  { name: 'pids-endless', options: '--pids-limit=-1', expect: { 'workload-pids-limit': 'fail' } },
  { name: 'pids-many', options: '--pids-limit=100000', expect: { 'workload-pids-limit': 'fail' } },
  { name: 'restart-no', options: '--restart=no', expect: { 'workload-restart-bounded': 'pass' } },
  {
    name: 'restart-always',
    options: '--restart=always',
    expect: { 'workload-restart-bounded': 'fail' },
  },
  {
    name: 'restart-again-and-again',
    options: '--restart=always',
    command: ['true'],
    state: 'running',
    expect: { 'workload-restart-storm': 'fail', 'workload-no-oom-kills': 'pass' },
  },
  {
    name: 'restart-unless-stopped',
    options: '--restart=unless-stopped',
    expect: { 'workload-restart-bounded': 'fail' },
  },
  {
    name: 'restart-on-failure-endless',
    options: '--restart=on-failure',
    expect: { 'workload-restart-bounded': 'fail' },
  },
  {
    name: 'restart-on-failure-often',
    options: '--restart=on-failure:50',
    expect: { 'workload-restart-bounded': 'fail' },
  },
  {
    name: 'restart-on-failure-few',
    options: '--restart=on-failure:3',
    state: 'stopped',
    expect: { 'workload-restart-bounded': 'pass' },
  },
  {
    name: 'cgroup-default-by-name',
    options: '--cgroup-parent=/docker',
    expect: { 'workload-default-cgroup': 'pass' },
  },
  {
    name: 'cgroup-other',
    options: '--cgroup-parent=/elsewhere',
    expect: { 'workload-default-cgroup': 'fail' },
  },
];
