import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { startEngine, type TestEngine } from '../../support/docker-engine.ts';
import { buildImages } from '../harness/build-images.ts';
import type { Expected, Family, Row } from '../harness/family.ts';
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
  ['unhealthy', 'HEALTHCHECK NONE', { 'image-health-check': ['fail', 'switches'] }],
  [
    'healthy-no-more',
    'HEALTHCHECK CMD true\nHEALTHCHECK NONE',
    { 'image-health-check': ['fail', 'switches'] },
  ],
  ['healthy-in-words', 'LABEL healthcheck="CMD true"', { 'image-health-check': 'fail' }],
  ['copies', 'COPY Dockerfile /ADD', { 'image-copy-not-add': 'pass' }],
  ['adds', 'ADD Dockerfile /x', { 'image-copy-not-add': 'fail' }],
  ['adds-in-lower-case', 'add Dockerfile /x', { 'image-copy-not-add': 'fail' }],
  [
    'adds-in-words-alone',
    'RUN echo ADD Dockerfile /x\nLABEL note="ADD file:1 in /"\nENV ADD=ADD',
    { 'image-copy-not-add': 'pass' },
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
  ['installs', 'RUN apt-get install -y curl', { 'image-update-with-install': 'pass' }],
  [
    'updates-something-else',
    'RUN true update-alternatives apt-getaway\nLABEL note="apt-get update"',
    { 'image-update-with-install': 'pass' },
  ],
  [
    'committed-by-name-alone',
    'RUN echo docker commit\nLABEL comment=committed',
    { 'image-not-committed': 'pass' },
  ],
];

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
];

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

async function setUp(engine: TestEngine): Promise<void> {
  const { docker, image: base } = engine;
  // A package manager that does nothing, so that nothing is fetched.
  const prepared = {
    'example/apt:1': 'RUN printf "#!/bin/sh\\n" > /bin/apt-get && busybox chmod 755 /bin/apt-get',
  };
  const images = built.map(([name, lines]) => [tag(name), `FROM example/apt:1\n${lines}`] as const);
  await buildImages(engine, { ...prepared, ...Object.fromEntries(images) });
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
    },
  );
  await docker('create', '--network=none', tag('used-when-stopped'), 'true');
  await docker('create', '--network=none', tag('copies-used'), 'true');
  await redate(engine, 'of-2020', '2020-02-02T00:00:00Z');
  await redate(engine, 'of-1970', '1970-01-01T00:00:00Z');
  await redate(engine, 'of-the-future', '2200-01-01T00:00:00Z');
}

/** Images imported, built, committed and loaded, on one engine. */
export const images: Family = {
  name: 'images',
  stages: [{ name: 'one engine', rows }],
  run: async () => {
    const engine = await startEngine();
    try {
      await setUp(engine);
      return new Map([['one engine', await scan([`unix://${engine.socket}`])]]);
    } finally {
      await engine.stop();
    }
  },
};
