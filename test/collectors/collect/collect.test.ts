import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stateAccess } from '../../../src/collectors/collect/state-access.ts';
import { collect } from '../../../src/collectors/collect/collect.ts';
import { parseTarget } from '../../../src/collectors/gathering/parse-target.ts';
import { parseSnapshot } from '../../../src/core/snapshot/parse-snapshot.ts';
import { builtinKinds } from '../../../src/core/subjects/kinds.ts';

let root = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'plimsoll-collect-'));
  await mkdir(join(root, 'etc'));
  await writeFile(
    join(root, 'etc/os-release'),
    'ID=debian\nVERSION_ID="13"\nPRETTY_NAME="Debian 13"\n',
  );
});

afterAll(() => rm(root, { recursive: true, force: true }));

const now = new Date('2026-11-24T12:00:00Z');
const around = { env: {}, home: '/nonexistent' };

describe('a collection', () => {
  it('goes on when one of its targets cannot be read, and says which', async () => {
    const targets = [parseTarget('unix:///nowhere/docker.sock'), parseTarget(`host:${root}`)];
    const { snapshot, failures } = await collect({ targets, now, ...around });
    expect(failures).toMatchObject([
      { target: 'unix:///nowhere/docker.sock', error: { code: 'engine-unreachable' } },
    ]);
    expect(snapshot.gaps).toMatchObject([
      { target: 'unix:///nowhere/docker.sock', kind: null, reason: 'unavailable' },
    ]);
    expect(snapshot.subjects.map(({ kind }) => kind)).toEqual(['host']);
    expect(snapshot.collectedAt).toBe('2026-11-24T12:00:00.000Z');
  });

  it('keeps the lines of every file of every target', async () => {
    const folder = join(root, 'project');
    const held = {
      'compose.yaml': 'services:\n  one: {image: a, privileged: true}\n',
      'override.yaml': 'services:\n  one: {pid: host}\n',
      'other.yaml': 'services:\n  two: {image: b, privileged: true}\n',
      Dockerfile: 'FROM debian:13\nUSER root\n',
    };
    await mkdir(folder, { recursive: true });
    for (const [name, text] of Object.entries(held)) await writeFile(join(folder, name), text);
    const { snapshot, failures } = await collect({
      targets: [
        { kind: 'compose', files: ['compose.yaml', 'override.yaml'] },
        { kind: 'compose', files: ['other.yaml'] },
        { kind: 'dockerfile', path: join(folder, 'Dockerfile') },
      ],
      now,
      ...around,
      cwd: folder,
    });
    expect(failures).toEqual([]);
    const quoted = new Set((snapshot.quotes ?? []).map(({ path }) => basename(path)));
    expect(quoted).toEqual(new Set(Object.keys(held)));
  });

  it('makes a snapshot that its own schema reads back', async () => {
    const { snapshot } = await collect({ targets: [parseTarget(`host:${root}`)], now, ...around });
    const written: unknown = JSON.parse(JSON.stringify(snapshot));
    expect(parseSnapshot(written, builtinKinds)).toEqual(written);
  });

  it('tells how far it has come', async () => {
    const seen: string[] = [];
    const targets = [parseTarget(`host:${root}`)];
    await collect({
      targets,
      now,
      ...around,
      onProgress: ({ target, done, total }) => seen.push(`${target} ${done <= total}`),
    });
    expect(seen.length).toBeGreaterThan(0);
    expect(new Set(seen)).toEqual(new Set([`host:${root} true`]));
  });

  it('that is ended before it began leaves a gap, not a pass', async () => {
    const targets = [parseTarget(`host:${root}`)];
    const { snapshot, failures } = await collect({
      targets,
      now,
      ...around,
      signal: AbortSignal.abort(),
    });
    expect(failures.map(({ error }) => error.code)).toEqual(['scan-aborted']);
    expect(snapshot.gaps).toMatchObject([{ kind: null, reason: 'timeout' }]);
  });
});

describe('stating access', () => {
  it('says what stands in the way of an engine and what to do', async () => {
    const [statement] = await stateAccess({
      targets: [parseTarget('unix:///nowhere/docker.sock')],
      ...around,
    });
    expect(statement).toMatchObject({ kind: 'engine', readable: false });
    expect(statement?.problems).toMatchObject([{ code: 'engine-unreachable' }]);
    expect(statement?.problems[0]?.hint).not.toBe('');
  });

  it('names what is read of a host', async () => {
    const [statement] = await stateAccess({ targets: [parseTarget(`host:${root}`)], ...around });
    expect(statement).toMatchObject({ target: `host:${root}`, readable: true, problems: [] });
    expect(statement?.reads).toContain('/etc/sudoers');
  });
});
