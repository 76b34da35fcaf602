import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startEngine, type TestEngine } from '../../support/docker-engine.ts';
import { buildImages } from '../harness/build-images.ts';
import { makeContainers, rowsOf, type Container } from '../harness/containers.ts';
import type { Expected, Family, Row } from '../harness/family.ts';
import { scan } from '../harness/scan.ts';
import { filters, seccompProfiles } from './container-options/filters.ts';
import { elsewhere } from './container-options/elsewhere.ts';
import { limits } from './container-options/limits.ts';
import { namespaces } from './container-options/namespaces.ts';
import { ports } from './container-options/ports.ts';
import { privileges } from './container-options/privileges.ts';
import { tenants } from './container-options/tenants.ts';
import { users } from './container-options/users.ts';
import { words } from './container-options/words.ts';
import { working } from './container-options/working.ts';

const containers: readonly Container[] = [
  ...privileges,
  ...filters,
  ...users,
  ...namespaces,
  ...limits,
  ...ports,
  ...working,
  ...words,
  ...elsewhere,
  ...tenants,
];

/** Root under another name, and a user whose name begins like it. */
const aliases = 'toor:x:0:0::/:/bin/sh\nrooted:x:1001:1001::/:/bin/sh\n';

const images: Readonly<Record<string, string>> = {
  'example/aliased:1': `RUN printf '${aliases.replaceAll('\n', '\\n')}' >> /etc/passwd`,
  'example/user-1000:1': 'USER 1000',
  'example/healthy:1': 'HEALTHCHECK CMD true',
  'example/unhealthy:1': 'HEALTHCHECK NONE',
  'example/several:1':
    'RUN for name in web database supervisord sshd; do cp /bin/busybox /srv/$name; done',
};

async function setUp(engine: TestEngine): Promise<void> {
  const { docker, image, folder } = engine;
  await buildImages(engine, images);
  for (const name of ['example/moving', 'example/sha256-0123456789abcdef:sha256']) {
    await docker('tag', image, name);
  }
  for (const name of ['tiers', 'bridge2']) await docker('network', 'create', name);
  for (const [name, profile] of Object.entries(seccompProfiles)) {
    await writeFile(join(folder, name), JSON.stringify(profile));
  }
  const id = await docker('image', 'inspect', '--format={{.Id}}', image);
  const named = containers.map((each) => (each.image === '{id}' ? { ...each, image: id } : each));
  await makeContainers(engine, named);
}

const around: readonly Row[] = [
  {
    kind: 'engine',
    expect: {
      'engine-container-sprawl': 'fail',
      'engine-image-sprawl': 'pass',
      'engine-tenants-separate-hosts': ['fail', 'a, b'],
      'engine-stopped-containers': 'fail',
      'engine-debug-off': 'pass',
      'engine-default-runtime': 'pass',
    },
  },
  { kind: 'volume', name: 'shared', expect: { 'volume-tenants-separate': 'fail' } },
  { kind: 'volume', name: 'separate', expect: { 'volume-tenants-separate': 'pass' } },
  { kind: 'network', name: 'bridge', expect: { 'network-inter-container-traffic': 'fail' } },
  {
    kind: 'network',
    name: 'tiers',
    expect: { 'network-inter-container-traffic': 'not-applicable' },
  },
];

/** What a team that has lists of networks and ports makes of the same containers. */
const listed: readonly Row[] = [
  workload('hardened-beside-them', { 'workload-egress-controlled': 'pass' }),
  workload('bridge-default-running', { 'workload-egress-controlled': 'fail' }),
  workload('ns-host', { 'workload-egress-controlled': 'fail' }),
  workload('port-everywhere', { 'workload-ports-allowed': 'pass' }),
  workload('port-low', { 'workload-ports-allowed': ['fail', '443'] }),
  workload('limit-all', { 'workload-memory-limit': 'fail', 'workload-pids-limit': 'pass' }),
];

function workload(name: string, expect: Expected): Row {
  return { kind: 'workload', name, expect };
}

const tailored = `import { builtin, extendCatalog } from 'plimsoll';
const why = { reason: 'test', by: 'test' };
export default { catalog: extendCatalog(builtin, { tailor: {
  'workload-egress-controlled': { params: { allowed: ['tiers'] }, ...why },
  'workload-ports-allowed': { params: { allowed: ['8080'] }, ...why },
  'workload-memory-limit': { params: { maxBytes: 32 * 1024 * 1024 }, ...why },
} }) };
`;

/** Containers made with one option each, on one engine with its own network. */
export const containerOptions: Family = {
  name: 'container-options',
  stages: [
    { name: 'one engine', rows: [...rowsOf(containers), ...around] },
    { name: 'the same, with lists', rows: listed },
  ],
  run: async () => {
    const engine = await startEngine({ ownNetwork: true });
    try {
      await setUp(engine);
      const target = `unix://${engine.socket}`;
      const config = join(engine.folder, 'plimsoll.config.ts');
      await writeFile(config, tailored);
      return new Map([
        ['one engine', await scan([target])],
        ['the same, with lists', await scan([target, '--config', config])],
      ]);
    } finally {
      await engine.stop();
    }
  },
};
