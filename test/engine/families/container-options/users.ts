import type { Container } from '../../harness/containers.ts';

const root = (name: string, user: string): Container => ({
  name,
  options: ['--user', user],
  expect: { 'workload-non-root-user': 'fail' },
});

const someone = (name: string, user: string): Container => ({
  name,
  options: ['--user', user],
  expect: { 'workload-non-root-user': 'pass' },
});

/** Root by any spelling, and what only looks like it. */
export const users: readonly Container[] = [
  { name: 'user-unset', expect: { 'workload-non-root-user': ['fail', 'no user is set'] } },
  {
    name: 'user-unset-running',
    state: 'running',
    expect: { 'workload-non-root-user': 'fail', 'workload-user-namespace-mapped': 'fail' },
  },
  root('user-zero', '0'),
  root('user-zero-zero', '0:0'),
  root('user-zeros', '00'),
  root('user-root', 'root'),
  root('user-root-and-group', 'root:root'),
  root('user-root-other-group', 'root:1000'),
  root('user-zero-other-group', '0:1000'),
  someone('user-number', '1000'),
  someone('user-number-root-group', '1000:0'),
  someone('user-that-begins-with-zero', '01000'),
  someone('user-that-nobody-has', '4000000'),
  { ...root('user-alias-running', 'toor'), image: 'example/aliased:1', state: 'running' },
  {
    ...someone('user-name-running', 'app'),
    image: 'example/aliased:1',
    state: 'running',
  },
  {
    ...someone('user-called-rooted-running', 'rooted'),
    image: 'example/aliased:1',
    state: 'running',
  },
  {
    name: 'user-alias-created',
    options: '--user=toor',
    image: 'example/aliased:1',
    expect: { 'workload-non-root-user': 'unknown' },
  },
  {
    name: 'user-from-image',
    image: 'example/user-1000:1',
    expect: { 'workload-non-root-user': 'pass' },
  },
  {
    ...root('user-root-over-image', '0'),
    image: 'example/user-1000:1',
  },
  {
    name: 'user-in-words-alone',
    options: '--env=USER=app --label=user=1000 --hostname=app',
    state: 'running',
    expect: { 'workload-non-root-user': 'fail' },
  },
  {
    name: 'user-drops-root-itself',
    image: 'example/aliased:1',
    command: ['sh', '-c', 'exec su -s /bin/sh app -c "exec sleep 100000"'],
    state: 'running',
    expect: { 'workload-non-root-user': 'pass' },
  },
];
