import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collect } from '../../../src/collectors/collect/collect.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

interface Asked {
  readonly targets?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly links?: Readonly<Record<string, string>>;
  readonly changedSince?: string;
}

function write(files: Readonly<Record<string, string>>, links: Asked['links'] = {}): string {
  const cwd = temporaryRoot(files);
  for (const [path, to] of Object.entries(links)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    symlinkSync(to, join(cwd, path));
  }
  return cwd;
}

async function read(cwd: string, { targets = ['.'], env = {}, changedSince }: Asked = {}) {
  const { snapshot, failures } = await collect({
    ...{ targets, cwd, env, home: '/x', now: new Date(0) },
    ...(changedSince === undefined ? {} : { changedSince }),
  });
  return {
    built: snapshot.subjects.flatMap(({ kind, target }) => (kind === 'dockerfile' ? [target] : [])),
    failed: failures.map(({ error }) => `${error.code} ${error.message}`),
    snapshot,
  };
}

const scan = (files: Readonly<Record<string, string>>, asked: Asked = {}) =>
  read(write(files, asked.links), asked);

const service = (build: string): string => `services: {web: {build: ${build}}}\n`;
const from = 'FROM debian\n';

describe('a build file of any name is found', () => {
  it.each([
    ['by its name', { 'compose.yaml': service('{dockerfile: build/prod.txt}') }],
    [
      'in a context elsewhere',
      { 'a/compose.yaml': service('{context: ../build, dockerfile: prod.txt}') },
    ],
    ['by a default', { 'compose.yaml': service('{context: "${C:-build}", dockerfile: prod.txt}') }],
    ['by a key with escapes', { 'compose.yaml': service('{"docker\\x66ile": build/prod.txt}') }],
    [
      'behind a profile',
      { 'compose.yaml': 'services: {web: {profiles: [x], build: {dockerfile: build/prod.txt}}}\n' },
    ],
    [
      'by an override',
      {
        'compose.yaml': service('.'),
        'compose.override.yaml': service('{dockerfile: build/prod.txt}'),
        Dockerfile: from,
      },
    ],
    [
      'by what is extended',
      {
        'compose.yaml': 'services: {web: {extends: {file: base.yml, service: web}}}\n',
        'base.yml': service('{context: build, dockerfile: prod.txt}'),
      },
    ],
    [
      'by what is included',
      {
        'compose.yaml': 'include: [sub/part.yml]\n',
        'sub/part.yml': service('{dockerfile: ../build/prod.txt}'),
      },
    ],
    [
      'by an include with variables of its own',
      {
        'compose.yaml': 'include: [{path: sub/part.yml, env_file: v.env}]\n',
        'v.env': 'F=../build/prod.txt\n',
        'sub/part.yml': service('{dockerfile: "$F"}'),
      },
    ],
    [
      'by a dev container',
      { '.devcontainer/devcontainer.json': '{"build": {"dockerfile": "../build/prod.txt"}}' },
    ],
    [
      'by the project of a dev container',
      {
        '.devcontainer/devcontainer.json': '{"dockerComposeFile": "../own.yml", "service": "web"}',
        'own.yml': service('{dockerfile: build/prod.txt}'),
      },
    ],
  ])('%s', async (_, files) => {
    const { built, failed } = await scan({ 'build/prod.txt': from, ...files });
    expect(failed).toEqual([]);
    expect(built).toContain('build/prod.txt');
  });
});

it('is read once, be it found by its name as well, or named twice', async () => {
  const { built, failed, snapshot } = await scan({
    'compose.yaml': 'services: {a: {build: .}, b: {build: {dockerfile: x.txt}}}\n',
    'other/compose.yaml': service('{context: .., dockerfile: x.txt}'),
    Dockerfile: 'FROM debian\nUSER 7\n',
    'x.txt': from,
  });
  expect(failed).toEqual([]);
  expect(built).toEqual(['Dockerfile', 'x.txt']);
  expect(snapshot.subjects.find(({ id }) => id === 'a')?.facts).toMatchObject({
    user: { uid: 7 },
  });
});

it('one inside the Compose file is read there alone, and builders fall back to another spelling', async () => {
  const inline = await scan({ 'compose.yaml': service('{dockerfile_inline: "FROM a"}') });
  expect(inline.failed).toEqual([]);
  expect(inline.built).toEqual(['compose:compose.yaml']);
  const spelled = await scan({ 'compose.yaml': service('.'), dockerfile: from });
  expect(spelled).toMatchObject({ failed: [], built: ['dockerfile'] });
});

describe('a build file that is not read is a gap, and says who names it', () => {
  const compose = (build: string) => ({ 'in/compose.yaml': service(build) });
  it.each<[string, Readonly<Record<string, string>>, string, Asked?]>([
    [
      'is not there',
      compose('{dockerfile: x.txt}'),
      'file-not-found in/compose.yaml:1:38: services.web: it builds in/x.txt: no such file.',
    ],
    [
      'is a folder',
      { ...compose('{dockerfile: sub}'), 'in/sub/y': '' },
      'file-unreadable in/compose.yaml:1:38: services.web: it builds in/sub: a folder.',
    ],
    [
      'lies outside',
      { ...compose('{context: ..}'), Dockerfile: from },
      'file-unreadable in/compose.yaml:1:35: services.web: Dockerfile, which it builds, lies outside the scanned folder.',
      { targets: ['in'] },
    ],
    [
      'is a link that leads out',
      { ...compose('{dockerfile: x.txt}'), Dockerfile: from },
      'file-unreadable in/compose.yaml:1:38: services.web: it builds in/x.txt: in/x.txt is a symbolic link that leads out of the scanned folder.',
      { targets: ['in'], links: { 'in/x.txt': '../Dockerfile' } },
    ],
    [
      'lies behind a link that leads out',
      { ...compose('{context: x}'), 'out/Dockerfile': from },
      'file-unreadable in/compose.yaml:1:35: services.web: it builds in/x/Dockerfile: a link leads out of the scanned folder.',
      { targets: ['in'], links: { 'in/x': '../out' } },
    ],
    [
      'is named by a variable without a value',
      { ...compose('{dockerfile: "$F"}'), 'in/Dockerfile': from },
      'file-unreadable in/compose.yaml:1:38: services.web: which file is built depends on a variable without a value.',
    ],
    [
      'lies in a folder that a variable without a value names',
      { ...compose('"./${F}"'), 'in/Dockerfile': from },
      'file-unreadable in/compose.yaml:1:25: services.web: which file is built depends on a variable without a value.',
    ],
    [
      'is asked for by a dev container',
      { 'in/.devcontainer.json': '{"dockerFile": "x.txt"}' },
      'file-not-found in/.devcontainer.json:1:16: it builds in/x.txt: no such file.',
    ],
  ])('which %s', async (_, files, message, asked) => {
    const { failed, snapshot } = await scan(files, asked);
    expect(failed).toEqual([message]);
    expect(snapshot.gaps).toContainEqual(expect.objectContaining({ kind: 'dockerfile' }));
  });
});

it('a file outside of the folder that is named beside it is no gap', async () => {
  const files = { 'in/compose.yaml': service('{context: ..}'), Dockerfile: from };
  expect(await scan(files, { targets: ['in', 'Dockerfile'] })).toMatchObject({
    failed: [],
    built: ['Dockerfile'],
  });
});

it.each(['https://example.org/a.git#main:x', 'git@example.org:a/b.git', 'github.com/a/b'])(
  'what would be fetched, %s, is said and not read',
  async (context) => {
    const { built, failed, snapshot } = await scan({
      'compose.yaml': service(`{context: "${context}", dockerfile: x.txt}`),
    });
    expect({ built, failed }).toEqual({ built: [], failed: [] });
    expect(snapshot.gaps).toEqual([
      expect.objectContaining({ kind: 'dockerfile', reason: 'unavailable' }),
    ]);
  },
);

/** A repository with these files, all committed. */
function committed(files: Readonly<Record<string, string>>): string {
  const cwd = write(files);
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd });
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '-m', 'x');
  return cwd;
}

it.each<readonly [what: string, file: string, before: string, after: string]>([
  [
    'a Compose file',
    'compose.yaml',
    service('{dockerfile: a.txt}'),
    service('{dockerfile: b.txt}'),
  ],
  [
    'a file laid over it',
    'compose.override.yaml',
    'services: {}\n',
    service('{dockerfile: b.txt}'),
  ],
  ['a file of variables', '.env', 'FILE=a.txt\n', 'FILE=b.txt\n'],
  [
    'a file that is extended',
    'base/it.yml',
    service('../a'),
    service('{context: .., dockerfile: b.txt}'),
  ],
  [
    'a dev container',
    '.devcontainer.json',
    '{"image": "debian"}\n',
    '{"build": {"dockerfile": "b.txt"}}\n',
  ],
])('%s that changed brings the build file that it names now', async (_, file, before, after) => {
  const cwd = committed({
    'compose.yaml':
      file === 'base/it.yml'
        ? 'services: {web: {extends: {file: base/it.yml, service: web}}}\n'
        : service(`{dockerfile: "${file === '.env' ? '${FILE}' : 'a.txt'}"}`),
    [file]: before,
    'a.txt': from,
    'b.txt': from,
    'c/Dockerfile': from,
  });
  expect((await read(cwd, { changedSince: 'HEAD' })).built).toEqual([]);
  writeFileSync(join(cwd, file), after);
  const { built, failed } = await read(cwd, { changedSince: 'HEAD' });
  expect(failed).toEqual([]);
  expect(built).toContain('b.txt');
  expect(built).not.toContain('c/Dockerfile');
});

it('of what changed, a build file of another name counts by itself', async () => {
  const cwd = committed({
    'compose.yaml':
      'services: {a: {build: {dockerfile: a.txt}}, b: {build: {dockerfile: b.txt}}}\n',
    'a.txt': from,
    'b.txt': from,
  });
  execFileSync('sh', ['-c', 'echo USER 7 >> a.txt'], { cwd });
  const { built, failed } = await read(cwd, { changedSince: 'HEAD' });
  expect({ built, failed }).toEqual({ built: ['a.txt'], failed: [] });
});

describe('links beside their target', () => {
  it('are one file with it, that has both names', async () => {
    const { built, snapshot } = await scan(
      {
        Dockerfile: 'FROM debian\nUSER 7\n',
        'compose.yaml': service('{dockerfile: Dockerfile.web}'),
      },
      { links: { 'Dockerfile.web': 'Dockerfile', 'Dockerfile.api': 'Dockerfile' } },
    );
    expect(built).toEqual(['Dockerfile']);
    expect(snapshot.targets.find(({ id }) => id === 'Dockerfile')?.description).toMatchObject({
      en: 'Dockerfile Dockerfile, also named Dockerfile.api, Dockerfile.web',
    });
    expect(snapshot.subjects.find(({ id }) => id === 'web')?.facts).toMatchObject({
      user: { uid: 7 },
    });
  });

  it('are one file of the first name, where the target has none to scan', async () => {
    const { built } = await scan(
      { 'real.txt': from },
      { links: { Dockerfile: 'real.txt', 'Dockerfile.web': 'real.txt' } },
    );
    expect(built).toEqual(['Dockerfile']);
  });

  it('are judged apart in another folder, or with an ignore file of their own', async () => {
    const { built } = await scan(
      { Dockerfile: from, 'b.Dockerfile.dockerignore': 'x\n' },
      { links: { 'a/Dockerfile': '../Dockerfile', 'b.Dockerfile': 'Dockerfile' } },
    );
    expect(built.toSorted()).toEqual(['Dockerfile', 'a/Dockerfile', 'b.Dockerfile']);
  });
});
