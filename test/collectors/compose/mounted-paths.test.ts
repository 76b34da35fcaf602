import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectCompose } from '../../../src/collectors/compose/collect-compose.ts';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'plimsoll-mounts-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The one mount of a service, and why it is not known where that leads. */
async function mountOf(fields: string, more = '', env: Readonly<Record<string, string>> = {}) {
  writeFileSync(
    join(folder, 'compose.yaml'),
    `services:\n  web: {image: 'w:1', ${fields}}\n${more}`,
  );
  const { subjects } = await collectCompose({
    files: ['compose.yaml'],
    cwd: folder,
    env,
    home: '/root',
    fingerprintKey: Buffer.alloc(32),
  });
  const web = subjects.find(({ kind }) => kind === 'workload');
  if (!web) throw new Error('There is no service.');
  const [mount] = web.facts['mounts'] as readonly Record<string, unknown>[];
  const gap = web.gaps.find(({ path }) => path === '/mounts/0/hostPath');
  return { mount, gap };
}

const link = (to: string, name: string) => symlinkSync(to, join(folder, name));

describe('a link of the project', () => {
  it.each([
    ['to a socket that is not here', '/no-such/docker.sock', './sock', '/no-such/docker.sock'],
    ['to a folder, and on to what is not in it', '/', './sock/no-such/a', '/no-such/a'],
    ['to another link', 'second', './sock/a', '/no-such/a'],
    ['by steps up', '../../../../../../../no-such/./b', './sock', '/no-such/b'],
    [
      'to a folder of this host, of which nobody looks at the links',
      '/proc/self',
      './sock/a',
      '/proc/self/a',
    ],
  ])('%s names it, and the host knows where that leads', async (_, to, path, expected) => {
    link(to, 'sock');
    link('/no-such', 'second');
    const { mount, gap } = await mountOf(`volumes: ['${path}:/x']`);
    expect(mount).toMatchObject({ source: join(folder, path), namedPath: expected });
    expect(mount).not.toHaveProperty('hostPath');
    expect(gap?.detail).toMatchObject({
      en: `where ${expected} leads on the host that will run it cannot be seen from the file`,
    });
  });

  it('that stays in the project leads to what is known', async () => {
    link('data/now', 'now');
    const { mount, gap } = await mountOf("volumes: ['./now/a:/x']");
    expect(mount).toMatchObject({ hostPath: join(folder, 'data/now/a') });
    expect(mount).not.toHaveProperty('namedPath');
    expect(gap).toBeUndefined();
  });

  it.each([
    ['through a link', '/no-such/data', 'PROJECT/out'],
    ['by its own path', '/no-such/data', '/no-such/data'],
  ])('is named behind a volume that binds a path outside: %s', async (_, named, device) => {
    link('/no-such/data', 'out');
    const options = `{type: none, o: bind, device: '${device.replace('PROJECT', folder)}'}`;
    const { mount, gap } = await mountOf(
      "volumes: ['data:/x']",
      `volumes: {data: {driver_opts: ${options}}}\n`,
    );
    expect(mount).toMatchObject({ type: 'volume', namedPath: named });
    expect(gap).toBeDefined();
  });

  it('leads to what is not made yet in the project', async () => {
    link('data/later', 'now');
    const { mount } = await mountOf("volumes: ['./now/a:/x']");
    expect(mount).toMatchObject({ hostPath: join(folder, 'data/later/a') });
  });

  it('is followed for a secret, too', async () => {
    link('/no-such/docker.sock', 'sock');
    const { mount } = await mountOf('secrets: [s]', 'secrets: {s: {file: ./sock}}\n');
    expect(mount).toMatchObject({ namedPath: '/no-such/docker.sock', stored: true });
  });

  it('that leads to itself leads nowhere that is known', async () => {
    link('second', 'first');
    link('first', 'second');
    const { mount, gap } = await mountOf("volumes: ['./first:/x']");
    expect(mount).not.toHaveProperty('hostPath');
    expect(gap).toMatchObject({
      reason: 'unavailable',
      detail: { en: expect.stringContaining('go in a circle') as string },
    });
  });

  it('with a name that no system has is not known either', async () => {
    const { gap } = await mountOf(`volumes: ['./${'a'.repeat(300)}:/x']`);
    expect(gap).toMatchObject({ reason: 'unavailable' });
  });
});

describe('a path of Windows', () => {
  const docker = String.raw`\\.\pipe\docker_engine`;
  it.each([
    [
      'a pipe',
      `volumes: ['${docker}:${docker}']`,
      { type: 'npipe', source: docker, target: docker },
    ],
    [
      'a pipe with slashes',
      "volumes: ['//./pipe/docker_engine:/x']",
      { type: 'npipe', source: '//./pipe/docker_engine', target: '/x' },
    ],
    [
      'a drive',
      String.raw`volumes: ['C:\ProgramData\docker:C:\d:ro']`,
      { type: 'bind', source: String.raw`C:\ProgramData\docker`, target: String.raw`C:\d` },
    ],
    [
      'a drive, at length',
      String.raw`volumes: [{type: bind, source: 'C:\a', target: /x}]`,
      { type: 'bind', source: String.raw`C:\a` },
    ],
    ['a drive in the container alone', "volumes: ['./a:D:/b']", { type: 'bind', target: 'D:/b' }],
    [
      'a drive and nothing else',
      "volumes: ['d:/b']",
      { type: 'volume', source: '', target: 'd:/b' },
    ],
  ])('is taken as Compose takes it: %s', async (_, fields, expected) => {
    const { mount } = await mountOf(fields);
    expect(mount).toMatchObject(expected);
  });
});

describe('a path from a folder that lies elsewhere once it is deployed', () => {
  const home = { HOME: '/root' };
  it.each([
    ['./data', { base: 'project', path: 'data' }],
    ['./a//b/../c/', { base: 'project', path: 'a/c' }],
    ['.', { base: 'project', path: '.' }],
    ['../data', { base: 'project', path: '../data' }],
    ['~', { base: 'home', path: '.' }],
    ['~/.ssh', { base: 'home', path: '.ssh' }],
    ['${HOME}/.ssh', { base: 'home', path: '.ssh' }],
    ['$HOME', { base: 'home', path: '.' }],
  ])('is told with that folder: %s', async (path, from) => {
    const [short, long] = [`["${path}:/x"]`, `[{type: bind, source: "${path}", target: /x}]`];
    const written = await mountOf(`volumes: ${short}`, '', home);
    expect(written.mount).toMatchObject({ type: 'bind', from, target: '/x' });
    expect(written.mount?.['source']).toMatch(/^\//);
    expect((await mountOf(`volumes: ${long}`, '', home)).mount).toMatchObject({ from });
  });

  it('is that of PWD for who stands in it', async () => {
    const { mount } = await mountOf('volumes: ["${PWD}/a:/x"]', '', { PWD: folder });
    expect(mount).toMatchObject({
      source: join(folder, 'a'),
      from: { base: 'project', path: 'a' },
    });
    const elsewhere = await mountOf('volumes: ["${PWD}/a:/x"]', '', { PWD: '/srv' });
    expect(elsewhere.mount).toMatchObject({ source: '/srv/a' });
    expect(elsewhere.mount).not.toHaveProperty('from');
  });

  it('is told of the file of a secret', async () => {
    const { mount } = await mountOf('secrets: [s]', 'secrets: {s: {file: ~/.npmrc}}\n');
    expect(mount).toMatchObject({ source: '/root/.npmrc', from: { base: 'home', path: '.npmrc' } });
  });

  it('is one of the host where it leads up to its root', async () => {
    const { mount } = await mountOf(`volumes: ["${'../'.repeat(12)}etc:/x"]`);
    expect(mount).toMatchObject({ source: '/etc' });
    expect(mount).not.toHaveProperty('from');
  });

  it.each(['/root/data', '${HOMES}/data', '${HOME:-/srv}/data', '~/../data', '${HOME}s'])(
    'is not made of another: %s',
    async (path) => {
      const { mount } = await mountOf(`volumes: ["${path}:/x"]`, '', { ...home, HOMES: '/homes' });
      expect(mount).toMatchObject({ type: 'bind' });
      expect(mount).not.toHaveProperty('from');
    },
  );
});
