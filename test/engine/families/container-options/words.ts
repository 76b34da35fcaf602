import type { Container } from '../../harness/containers.ts';

/** A password as a test writes one; nothing is protected by it. */
const password = 'Tr0ub4dor-and-3-horses';

const bare = {
  'workload-not-privileged': 'pass',
  'workload-non-root-user': 'fail',
  'workload-memory-limit': 'fail',
  'workload-read-only-root': 'fail',
} as const;

/** What is written on a container: secrets, image references, and names that may not change any verdict. */
export const words: readonly Container[] = [
  {
    name: 'env-plain',
    options: '--env=MODE=production --env=PASSWORD_FILE=/run/secrets/password',
    expect: { 'workload-no-secrets-in-environment': 'pass' },
  },
  {
    name: 'env-password',
    options: `--env=DB_PASSWORD=${password}`,
    expect: { 'workload-no-secrets-in-environment': ['fail', 'DB_PASSWORD'] },
  },
  {
    name: 'env-password-stopped',
    options: `--env=DB_PASSWORD=${password}`,
    state: 'stopped',
    expect: { 'workload-no-secrets-in-environment': 'fail' },
  },
  {
    name: 'env-address-with-password',
    options: `--env=DATABASE=postgres://app:${password}@db/shop`,
    expect: { 'workload-no-secrets-in-environment': ['fail', 'DATABASE'] },
  },
  {
    name: 'env-password-empty',
    options: '--env=DB_PASSWORD=',
    expect: { 'workload-no-secrets-in-environment': 'pass' },
  },
  {
    name: 'env-lets-everybody-in',
    options: '--env=ALLOW_EMPTY_PASSWORD=yes',
    expect: { 'workload-authentication-required': ['fail', 'ALLOW_EMPTY_PASSWORD'] },
  },
  {
    name: 'env-lets-nobody-in',
    options: `--env=ALLOW_EMPTY_PASSWORD=no --env=REDIS_PASSWORD=${password}`,
    expect: { 'workload-authentication-required': 'pass' },
  },
  {
    name: 'argument-lets-everybody-in',
    command: ['sleep', '1', '--skip-grant-tables'],
    expect: { 'workload-authentication-required': ['fail', '--skip-grant-tables'] },
  },
  {
    name: 'argument-password',
    command: ['sh', '-c', 'sleep 1', '--', `--password=${password}`],
    expect: { 'workload-no-secrets-in-environment': 'fail' },
  },
  { name: 'image-by-tag', expect: { 'workload-image-pinned': 'fail' } },
  {
    name: 'image-by-latest',
    image: 'example/moving',
    expect: { 'workload-image-pinned': ['fail', 'latest'] },
  },
  {
    name: 'image-by-id',
    image: '{id}',
    expect: { 'workload-image-pinned': 'pass' },
  },
  {
    name: 'image-called-by-a-digest',
    image: 'example/sha256-0123456789abcdef:sha256',
    expect: { 'workload-image-pinned': 'fail' },
  },
  { name: 'vanilla-nil', state: 'running', expect: bare },
  {
    name: 'labelled-for-scanners',
    options:
      '--label=docker_bench_security=0.1.0 --label=plimsoll=ignore --label=io.kubernetes.pod.name=pause',
    state: 'running',
    expect: bare,
  },
  {
    name: 'labelled-and-privileged',
    options: '--label=docker_bench_security=0.1.0 --privileged',
    state: 'running',
    expect: { ...bare, 'workload-not-privileged': 'fail' },
  },
  {
    name: 'docker-bench-security',
    options: '--label=com.docker.swarm.service.name=forged --env=plimsoll=skip',
    expect: bare,
  },
  {
    name: 'hardened-beside-them',
    options: [
      ...['--user=1000:1000', '--read-only', '--memory=64m', '--cap-drop=ALL', '--cpus=0.5'],
      ...['--security-opt=no-new-privileges', '--pids-limit=50', '--network=tiers'],
    ],
    state: 'running',
    expect: {
      'workload-not-privileged': 'pass',
      'workload-non-root-user': 'pass',
      'workload-memory-limit': 'pass',
      'workload-read-only-root': 'pass',
      'workload-capabilities': 'pass',
      'workload-no-new-privileges': 'pass',
      'workload-seccomp': 'pass',
      'workload-no-default-bridge': 'pass',
    },
  },
];
