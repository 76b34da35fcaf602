import type { Container } from '../../harness/containers.ts';

/** Namespaces of the host, asked for, joined by way of other containers, and not at all. */
export const namespaces: readonly Container[] = [
  {
    name: 'ns-own',
    options: '--network=tiers',
    state: 'running',
    expect: {
      'workload-no-host-network': 'pass',
      'workload-no-host-pid': 'pass',
      'workload-no-host-ipc': 'pass',
      'workload-no-host-uts': 'pass',
      'workload-no-host-user-namespace': 'not-applicable',
      'workload-no-host-listeners': 'not-applicable',
      'workload-no-default-bridge': 'pass',
    },
  },
  {
    name: 'ns-host',
    options: '--network=host --pid=host --ipc=host --uts=host',
    state: 'running',
    expect: {
      'workload-no-host-network': 'fail',
      'workload-no-host-pid': 'fail',
      'workload-no-host-ipc': 'fail',
      'workload-no-host-uts': 'fail',
      'workload-no-host-listeners': 'pass',
      'workload-no-default-bridge': 'pass',
    },
  },
  {
    name: 'ns-host-network-created',
    options: '--network=host',
    expect: { 'workload-no-host-network': 'fail', 'workload-no-host-pid': 'pass' },
  },
  {
    name: 'ns-shareable',
    options: '--ipc=shareable --network=none',
    state: 'running',
    expect: {
      'workload-no-host-ipc': 'pass',
      'workload-no-host-network': 'pass',
      'workload-no-default-bridge': 'pass',
    },
  },
  {
    name: 'ns-host-listening',
    options: '--network=host',
    command: ['sh', '-c', 'busybox nc -l -p 8111'],
    state: 'running',
    expect: { 'workload-no-host-listeners': ['fail', '8111'] },
  },
  {
    name: 'ns-cgroup-private',
    options: '--cgroupns=private',
    state: 'running',
    expect: { 'workload-private-cgroup-namespace': 'pass' },
  },
  {
    name: 'ns-cgroup-host',
    options: '--cgroupns=host',
    expect: { 'workload-private-cgroup-namespace': 'fail' },
  },
  {
    name: 'in-a-folder-of-its-own',
    options: '--workdir=/srv/fd/7',
    state: 'running',
    expect: { 'workload-working-directory': 'pass' },
  },
  // A mended runtime starts none like it.
  {
    name: 'in-a-folder-left-open-created',
    options: '--workdir=/proc/self/fd/7',
    expect: { 'workload-working-directory': ['fail', '/proc/self/fd/7'] },
  },
  { name: 'ns-ipc-none', options: '--ipc=none', expect: { 'workload-no-host-ipc': 'pass' } },
  {
    name: 'host',
    options: '--network=tiers --ipc=shareable',
    state: 'running',
    expect: { 'workload-no-host-network': 'pass' },
  },
  {
    name: 'ns-joins-one-called-host',
    options: '--network=container:host --ipc=container:host --pid=container:host',
    state: 'running',
    expect: {
      'workload-no-host-network': 'pass',
      'workload-no-host-ipc': 'pass',
      'workload-no-host-pid': 'pass',
    },
  },
  {
    name: 'ns-joins-host',
    options: '--network=container:ns-host --pid=container:ns-host --ipc=container:ns-host',
    state: 'running',
    expect: {
      'workload-no-host-network': ['fail', 'through the container'],
      'workload-no-host-pid': ['fail', 'through the container'],
      'workload-no-host-ipc': ['fail', 'through the container'],
      'workload-no-host-uts': 'pass',
    },
  },
  {
    name: 'ns-joins-a-joiner',
    options: '--network=container:ns-joins-host --pid=container:ns-joins-host',
    state: 'running',
    expect: { 'workload-no-host-pid': 'fail', 'workload-no-host-ipc': 'pass' },
  },
  {
    name: 'ns-joins-created',
    options: '--network=container:ns-host-network-created',
    expect: { 'workload-no-host-network': 'fail' },
  },
  {
    name: 'ns-in-words-alone',
    options: '--network=tiers --label=network=host --env=PID=host --hostname=host',
    state: 'running',
    expect: {
      'workload-no-host-network': 'pass',
      'workload-no-host-pid': 'pass',
      'workload-no-host-uts': 'pass',
    },
  },
  { name: 'bridge-default', expect: { 'workload-no-default-bridge': 'fail' } },
  {
    name: 'bridge-default-running',
    state: 'running',
    expect: { 'workload-no-default-bridge': 'fail' },
  },
  {
    name: 'bridge-named',
    options: '--network=bridge',
    expect: { 'workload-no-default-bridge': 'fail' },
  },
  {
    name: 'bridge-of-a-like-name',
    options: '--network=bridge2',
    state: 'running',
    expect: { 'workload-no-default-bridge': 'pass' },
  },
];
