import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startEngine, type TestEngine } from '../../support/docker-engine.ts';
import { buildImages } from '../harness/build-images.ts';
import { makeContainers, rowsOf, type Container } from '../harness/containers.ts';
import type { Family } from '../harness/family.ts';
import { scan } from '../harness/scan.ts';
import { filters, seccompProfiles } from './container-options/filters.ts';
import { elsewhere } from './container-options/elsewhere.ts';
import { limits } from './container-options/limits.ts';
import { namespaces } from './container-options/namespaces.ts';
import { ports } from './container-options/ports.ts';
import { privileges } from './container-options/privileges.ts';
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

/** Containers made with one option each, on one engine with its own network. */
export const containerOptions: Family = {
  name: 'container-options',
  stages: [{ name: 'one engine', rows: rowsOf(containers) }],
  run: async () => {
    const engine = await startEngine({ ownNetwork: true });
    try {
      await setUp(engine);
      return new Map([['one engine', await scan([`unix://${engine.socket}`])]]);
    } finally {
      await engine.stop();
    }
  },
};
