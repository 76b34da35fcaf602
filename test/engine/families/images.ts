import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { startEngine, type TestEngine } from '../../support/docker-engine.ts';
import { buildImages } from '../harness/build-images.ts';
import type { Expected, Family, Row } from '../harness/family.ts';
import { registryAddress, startRegistry } from '../harness/registry.ts';
import { scan } from '../harness/scan.ts';

const run = promisify(execFile);

/** A password as a test writes one; nothing is protected by it. */
const password = 'Tr0ub4dor-and-3-horses';

/** What stands in each Dockerfile after its FROM, and what is expected of the image. */
const built: readonly (readonly [name: string, lines: string, expect: Expected])[] = [
  ['plain', 'LABEL a=b', { 'image-non-root-user': 'fail', 'image-health-check': 'fail' }],
  ['user-number', 'USER 1000', { 'image-non-root-user': 'pass' }],
  ['user-number-root-group', 'USER 1000:0', { 'image-non-root-user': 'pass' }],
  ['user-root', 'USER root', { 'image-non-root-user': 'fail' }],
  ['user-root-group', 'USER root:app', { 'image-non-root-user': 'fail' }],
  ['user-zero', 'USER 0', { 'image-non-root-user': 'fail' }],
  ['user-zeros', 'USER 00:00', { 'image-non-root-user': 'fail' }],
  ['user-name', 'USER app', { 'image-non-root-user': 'unknown' }],
  ['user-alias', 'USER toor', { 'image-non-root-user': 'unknown' }],
  ['user-back-to-root', 'USER 1000\nRUN true\nUSER 0', { 'image-non-root-user': 'fail' }],
  ['user-in-words-alone', 'ENV USER=1000\nLABEL user=app', { 'image-non-root-user': 'fail' }],
  ['healthy', 'HEALTHCHECK CMD true', { 'image-health-check': 'pass' }],
  ['unhealthy', 'HEALTHCHECK NONE', { 'image-health-check': ['fail', 'switched'] }],
  [
    'healthy-no-more',
    'HEALTHCHECK CMD true\nHEALTHCHECK NONE',
    { 'image-health-check': ['fail', 'switched'] },
  ],
  ['healthy-in-words', 'LABEL healthcheck="CMD true"', { 'image-health-check': 'fail' }],
  ['copies', 'COPY Dockerfile /ADD', { 'image-copy-not-add': 'pass' }],
  ['adds', 'ADD Dockerfile /x', { 'image-copy-not-add': 'fail' }],
  ['adds-in-lower-case', 'add Dockerfile /x', { 'image-copy-not-add': 'fail' }],
  [
    'adds-in-words-alone',
    'RUN echo ADD Dockerfile /x\nLABEL note="ADD file:1 in /"\nENV ADD=ADD',
    { 'image-copy-not-add': 'not-applicable' },
  ],
  ['clean', 'ENV MODE=production PASSWORD_FILE=/run/secrets/p', { 'image-no-secrets': 'pass' }],
  ['secret-env', `ENV DB_PASSWORD=${password}`, { 'image-no-secrets': ['fail', 'DB_PASSWORD'] }],
  [
    'secret-env-unset-later',
    `ENV DB_PASSWORD=${password}\nENV DB_PASSWORD=`,
    { 'image-no-secrets': 'fail' },
  ],
  ['secret-argument', `ARG DB_PASSWORD=${password}\nRUN true`, { 'image-no-secrets': 'fail' }],
  [
    'secret-in-a-step',
    `RUN echo "machine git.example password=${password}" > /tmp/netrc`,
    { 'image-no-secrets': 'fail' },
  ],
  [
    'lets-everybody-in',
    'ENV NEO4J_AUTH=none',
    { 'image-authentication-required': ['fail', 'NEO4J_AUTH'] },
  ],
  [
    'lets-nobody-in',
    'ENV NEO4J_AUTH=none\nENV NEO4J_AUTH=',
    { 'image-authentication-required': 'pass' },
  ],
  ['secret-label', `LABEL db.password=${password}`, { 'image-no-secrets': 'fail' }],
  ['updates-alone', 'RUN apt-get update', { 'image-update-with-install': 'fail' }],
  ['updates-quietly', 'RUN apt-get -qq update', { 'image-update-with-install': 'fail' }],
  [
    'updates-and-installs',
    'RUN apt-get update && apt-get install -y curl',
    { 'image-update-with-install': 'pass' },
  ],
  [
    'updates-then-installs',
    'RUN apt-get update\nRUN apt-get install -y curl',
    { 'image-update-with-install': 'fail' },
  ],
  [
    'installs',
    'RUN apt-get install -y curl',
    { 'image-update-with-install': 'not-applicable', 'image-packages-verified': 'pass' },
  ],
  [
    'updates-something-else',
    'RUN true update-alternatives apt-getaway\nLABEL note="apt-get update"',
    { 'image-update-with-install': 'not-applicable' },
  ],
  ['adds-url', 'ADD http://127.0.0.1:5000/file /x', { 'image-no-add-url': 'fail' }],
  ['adds-url-in-words', 'LABEL note="ADD https://x.example/y /"', { 'image-no-add-url': 'pass' }],
  [
    'pipes-to-shell',
    'RUN curl -fsSL https://get.example/install.sh | sh',
    { 'image-no-pipe-to-shell': 'fail' },
  ],
  [
    'fetches-without-a-shell',
    'RUN curl -fsSL https://get.example/x.tgz | cat > /tmp/x',
    { 'image-no-pipe-to-shell': 'pass' },
  ],
  ['starts-sshd', 'CMD ["/usr/sbin/sshd", "-D"]', { 'image-no-remote-shell': ['fail', 'sshd'] }],
  ['exposes-ssh', 'EXPOSE 22', { 'image-no-remote-shell': ['fail', '22/tcp'] }],
  [
    'installs-ssh',
    'RUN apt-get install -y openssh-server',
    { 'image-no-remote-shell': ['fail', 'openssh-server'] },
  ],
  [
    'ssh-in-words-alone',
    'LABEL note=sshd\nENV SERVICE=sshd\nEXPOSE 2222\nRUN echo sshd',
    { 'image-no-remote-shell': 'unknown' },
  ],
  ['uses-sudo', 'RUN sudo true', { 'image-no-sudo': 'fail' }],
  ['sudo-in-words-alone', 'LABEL note=sudo', { 'image-no-sudo': 'unknown' }],
  ['upgrades', 'RUN apt-get upgrade -y', { 'image-no-upgrade-all': 'fail' }],
  ['upgrades-nothing', 'RUN apt-get install -y upgrade', { 'image-no-upgrade-all': 'pass' }],
  ['opens-files', 'RUN chmod 777 /srv', { 'image-no-world-writable': 'fail' }],
  ['opens-files-by-letters', 'RUN chmod -R a+rwX /srv', { 'image-no-world-writable': 'fail' }],
  ['closes-files', 'RUN chmod 755 /srv', { 'image-no-world-writable': 'pass' }],
  [
    'unverified',
    'RUN apt-get install -y --allow-unauthenticated curl',
    { 'image-packages-verified': 'fail' },
  ],

  ['supervised', 'CMD ["supervisord", "-n"]', { 'image-single-function': 'fail' }],
  [
    'supervised-in-words-alone',
    'LABEL note=supervisord\nCMD ["sleep", "9"]',
    { 'image-single-function': 'pass' },
  ],
  [
    'of-a-known-source',
    'LABEL org.opencontainers.image.source=https://git.example/x org.opencontainers.image.revision=1',
    { 'image-source-labelled': 'pass' },
  ],
  [
    'of-some-source',
    'LABEL org.opencontainers.image.source=x',
    { 'image-source-labelled': 'fail' },
  ],
  [
    'committed-by-name-alone',
    'RUN echo docker commit\nLABEL comment=committed',
    { 'image-not-committed': 'pass' },
  ],
];

/** Images whose files are looked at in a container that runs. */
const running: readonly (readonly [name: string, lines: string, expect: Expected])[] = [
  [
    'plain-files',
    `RUN printf "ID=debian\\nVERSION_ID=13\\n" > /etc/os-release && mkdir -p /var/lib/dpkg && \
  printf "Package: bash\\nStatus: install ok installed\\nVersion: 1\\n\\n" > /var/lib/dpkg/status`,
    {
      'image-no-setuid': 'pass',
      'image-os-supported': 'pass',
      'image-packages-minimal': 'pass',
    },
  ],
  [
    'setuid-files',
    `RUN cp /bin/busybox /bin/su && chmod 4755 /bin/su && \
  printf "ID=debian\\nVERSION_ID=8\\n" > /etc/os-release && mkdir -p /var/lib/dpkg && \
  printf "Package: gcc\\nStatus: install ok installed\\nVersion: 1\\n\\n" > /var/lib/dpkg/status`,
    {
      'image-no-setuid': ['fail', '/bin/su'],
      'image-os-supported': ['fail', 'ended'],
      'image-packages-minimal': ['fail', 'gcc'],
    },
  ],
];

/** By its name in a registry. */
const pulled = `${registryAddress}/team/app:1`;

const tag = (name: string): string => `example/${name}:1`;

const image = (name: string, expect: Expected): Row => ({ kind: 'image', name, expect });

const rows: readonly Row[] = [
  image('plimsoll.test/busybox:1', {
    'image-non-root-user': 'fail',
    'image-health-check': 'fail',
    'image-copy-not-add': 'not-applicable',
    'image-update-with-install': 'not-applicable',
    'image-no-secrets': 'pass',
    'image-not-committed': 'pass',
    'image-fresh': 'pass',
    'image-in-use': 'pass',
  }),
  ...built.map(([name, , expect]) => image(tag(name), expect)),
  image(tag('committed'), { 'image-not-committed': 'fail', 'image-in-use': 'fail' }),
  image(tag('committed-with-words'), { 'image-not-committed': 'fail' }),
  image(tag('committed-and-changed'), { 'image-not-committed': 'fail' }),
  image(tag('built-on-a-commit'), { 'image-not-committed': 'pass' }),
  image(tag('used-when-stopped'), { 'image-in-use': 'pass' }),
  image(tag('copies-used'), { 'image-in-use': 'pass' }),
  image(tag('of-2020'), { 'image-fresh': ['fail', 'days ago'] }),
  image(tag('of-1970'), { 'image-fresh': 'unknown' }),
  image(tag('of-the-future'), { 'image-fresh': ['unknown', 'future'] }),
  ...running.map(([name, , expect]) => image(tag(name), expect)),
  image(pulled, {
    'image-registry-allowed': ['fail', registryAddress],
    'image-base-trusted': 'fail',
    'image-digest-expected': 'not-applicable',
    'image-no-mutable-tag': 'pass',
  }),
  image('example/moving:latest', { 'image-no-mutable-tag': ['fail', 'latest'] }),
  { kind: 'engine', expect: { 'engine-image-sprawl': 'fail' } },
  workload('by-digest', { 'workload-image-pinned': 'pass', 'workload-registry-allowed': 'fail' }),
  workload('of-hub', { 'workload-registry-allowed': 'pass', 'workload-image-current': 'pass' }),
  workload('of-a-tag-that-moved', { 'workload-image-current': ['fail', 'another image'] }),
  workload('of-latest', { 'workload-no-latest-tag': 'fail' }),
  workload('idle', { 'workload-no-latest-tag': 'pass' }),
];

function workload(name: string, expect: Expected): Row {
  return { kind: 'workload', name, expect };
}

/** What a team with a registry and a lock of its own makes of the same images. */
const listed: readonly Row[] = [
  image(pulled, {
    'image-registry-allowed': 'pass',
    'image-base-trusted': 'pass',
    'image-digest-expected': 'pass',
  }),
  image(tag('plain'), { 'image-digest-expected': ['fail', 'no registry knows'] }),
];

const tailored = (digest: string): string => `import { builtin, extendCatalog } from 'plimsoll';
const why = { reason: 'test', by: 'test' };
const expected = { '${pulled}': '${digest}', '${tag('plain')}': '${digest}' };
export default { catalog: extendCatalog(builtin, { tailor: {
  'image-registry-allowed': { params: { registries: ['${registryAddress}'] }, ...why },
  'image-base-trusted': { params: { trusted: ['${registryAddress}'] }, ...why },
  'image-digest-expected': { params: { expected }, ...why },
} }) };
`;

const manifestSchema = z.tuple([z.looseObject({ Config: z.string(), RepoTags: z.unknown() })]);

/** The same image, as if it had been built at another time: saved, changed and loaded. */
async function redate(engine: TestEngine, name: string, created: string): Promise<void> {
  const folder = join(engine.folder, name);
  await mkdir(folder);
  await engine.docker('save', '--output', `${folder}.tar`, tag('plain'));
  await run('tar', ['-C', folder, '-xf', `${folder}.tar`]);
  const manifest = join(folder, 'manifest.json');
  const [image] = manifestSchema.parse(JSON.parse(await readFile(manifest, 'utf8')));
  const config = z
    .looseObject({})
    .parse(JSON.parse(await readFile(join(folder, image.Config), 'utf8')));
  await writeFile(join(folder, 'config.json'), JSON.stringify({ ...config, created }));
  const changed = [{ ...image, Config: 'config.json', RepoTags: [tag(name)] }];
  await writeFile(manifest, JSON.stringify(changed));
  await run('tar', ['-C', folder, '-cf', `${folder}.tar`, '.']);
  await engine.docker('load', '--input', `${folder}.tar`);
}

/**
 * The base of what is built: an import, so that no step of its own is in any history, with programs that do
 * nothing, so that nothing is fetched.
 */
async function makeTools({ docker, image: base, folder }: TestEngine): Promise<void> {
  const script = `for name in apt-get curl sudo; do
    printf '#!/bin/sh\\n' > /bin/$name && busybox chmod 755 /bin/$name
  done
  for name in chmod cp mkdir; do busybox ln -s busybox /bin/$name; done`;
  await docker('run', '--name=tools', '--network=none', base, 'sh', '-c', script);
  await docker('export', '--output', join(folder, 'tools.tar'), 'tools');
  await docker('import', join(folder, 'tools.tar'), 'example/tools:1');
  await docker('rm', 'tools');
}

/** @returns the digest of the image that was pulled */
async function setUp(engine: TestEngine): Promise<string> {
  const { docker, image: base } = engine;
  await makeTools(engine);
  const registry = await startRegistry(engine);
  const images = built.map(
    ([name, lines]) => [tag(name), `FROM example/tools:1\n${lines}`] as const,
  );
  await buildImages(engine, Object.fromEntries(images));
  await docker('create', '--name=idle', '--network=none', base, 'sleep', '9');
  await docker('run', '--detach', '--name=changed', '--network=none', base, 'sleep', '999');
  await docker('exec', 'changed', 'touch', '/srv/x');
  await docker('commit', 'changed', tag('committed'));
  await docker('commit', '--message=FROM scratch', 'changed', tag('committed-with-words'));
  await docker('commit', '--change=USER 1000', 'changed', tag('committed-and-changed'));
  await buildImages(
    { ...engine, folder: join(engine.folder, 'more') },
    {
      [tag('built-on-a-commit')]: `FROM ${tag('committed')}\nLABEL x=y`,
      [tag('used-when-stopped')]: 'LABEL use=stopped',
      [tag('copies-used')]: 'LABEL use=copy',
      'example/moving:latest': 'LABEL use=moving',
      'shop:1': 'LABEL use=hub',
      'example/moved:1': 'LABEL use=before',
      'example/after:1': 'LABEL use=after',
      'example/pulled:1': 'LABEL use=pulled',
    },
  );
  await docker('create', '--network=none', tag('used-when-stopped'), 'true');
  await docker('create', '--network=none', tag('copies-used'), 'true');
  await redate(engine, 'of-2020', '2020-02-02T00:00:00Z');
  await redate(engine, 'of-1970', '1970-01-01T00:00:00Z');
  await redate(engine, 'of-the-future', '2200-01-01T00:00:00Z');

  const shown = running.map(
    ([name, lines]) => [tag(name), `FROM example/tools:1\n${lines}`] as const,
  );
  await buildImages({ ...engine, folder: join(engine.folder, 'shown') }, Object.fromEntries(shown));
  for (const [name] of running) await docker('run', '--detach', tag(name), 'sleep', '999');
  const digest = await registry.roundTrip('example/pulled:1', 'team/app:1');
  registry.stop();
  const create = (name: string, image: string) => docker('create', '--name', name, image, 'true');
  await create('by-digest', `${registryAddress}/team/app@${digest}`);
  await create('of-hub', 'shop:1');
  await create('of-latest', 'example/moving');
  await create('of-a-tag-that-moved', 'example/moved:1');
  await docker('tag', 'example/after:1', 'example/moved:1');
  return digest;
}

/** Images imported, built, committed and loaded, on one engine. */
export const images: Family = {
  name: 'images',
  stages: [
    { name: 'one engine', rows },
    { name: 'the same, with lists', rows: listed },
  ],
  run: async () => {
    const engine = await startEngine({ ownNetwork: true });
    try {
      const target = `unix://${engine.socket}`;
      const config = join(engine.folder, 'plimsoll.config.ts');
      await writeFile(config, tailored(await setUp(engine)));
      return new Map([
        ['one engine', await scan([target])],
        ['the same, with lists', await scan([target, '--config', config])],
      ]);
    } finally {
      await engine.stop();
    }
  },
};
