import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { collect } from '../../../src/collectors/collect/collect.ts';
import { collectDockerfile } from '../../../src/collectors/dockerfile/collect-dockerfile.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lineless = z.array(z.object({ lines: z.unknown().optional() }));

const file = 'ARG BASE\nARG TAG=1\nFROM ${BASE}:${TAG}\nARG BASE\nARG WHO\nUSER $WHO\n';

async function builtBy(
  projects: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
) {
  const files: Readonly<Record<string, string>> = { 'web/Dockerfile': file, ...projects };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const path = join(folder, 'web/Dockerfile');
  const { snapshot } = await collect({
    // The Dockerfile comes first, and is read as the projects behind it build it.
    targets: [
      { kind: 'dockerfile', path },
      ...Object.keys(projects).map((name) => ({ kind: 'compose' as const, files: [name] })),
    ],
    cwd: folder,
    now: new Date('2026-11-24T12:00:00Z'),
    env,
    home: '/nonexistent',
  });
  const found = snapshot.subjects.find(({ target }) => target === path);
  return { ...found?.facts, gaps: found?.gaps.map((gap) => gap.path) };
}

const building = (build: string): string => `services: {web: {build: ${build}}}\n`;
const known = { images: [{ reference: 'alpine:1' }], user: 'app' };

describe('a Dockerfile that a Compose project among the targets builds', () => {
  it.each([
    ['in a map', '{context: web, args: {BASE: alpine, WHO: app}}', {}],
    ['in a list', '{context: web, args: [BASE=alpine, WHO=app]}', {}],
    ['by its path', '{context: ., dockerfile: web/Dockerfile, args: {BASE: alpine, WHO: app}}', {}],
    ['by a default', '{context: web, args: {BASE: "${B:-alpine}", WHO: app}}', {}],
    ['by a variable', '{context: web, args: ["BASE=$B", WHO=app]}', { B: 'alpine' }],
    ['by the environment', '{context: web, args: [BASE, WHO]}', { BASE: 'alpine', WHO: 'app' }],
  ])('is read with the arguments that have no default: %s', async (_, build, env) => {
    expect(await builtBy({ 'compose.yaml': building(build) }, env)).toMatchObject(known);
  });

  it('is read with what is given in place of its own defaults', async () => {
    const found = await builtBy({
      'compose.yaml': building('{context: web, args: {BASE: alpine, WHO: app, TAG: 2}}'),
    });
    expect(found).toMatchObject({ images: [{ reference: 'alpine:2' }], user: 'app' });
  });

  it('has no base that is known, and no user, where it is given empty names', async () => {
    const found = await builtBy({
      'compose.yaml': building('{context: web, args: {BASE: "", WHO: ""}}'),
    });
    expect(found.gaps).toContain('/images/0/reference');
    expect(found).toMatchObject({ user: '' });
  });

  it.each([
    ['nobody tells it', 'web'],
    ['a variable in it has no value', '{context: web, args: {BASE: "$B/x", WHO: "${W:-}a"}}'],
    ['a variable in an item has none', '{context: web, args: ["BASE=$B/x", "WHO=${W}a"]}'],
    ['a variable must be set', '{context: web, args: {BASE: "${B:?}", WHO: "${B:?}"}}'],
    ['another file is built', '{context: ., args: {BASE: alpine, WHO: app}}'],
    ['the folder is elsewhere', '{context: "https://r.example/web", args: {BASE: a, WHO: app}}'],
    [
      'the file is in the project',
      '{context: web, dockerfile_inline: FROM a, args: {BASE: a, WHO: app}}',
    ],
  ])('is open as before where %s', async (_, build) => {
    const found = await builtBy({ 'compose.yaml': building(build) });
    expect(found.gaps).toContain('/images/0/reference');
    expect(found.gaps).toContain('/user');
  });

  it('is open as before where two builds give it different values', async () => {
    const of = (base: string): string =>
      building(`{context: ${join(folder, 'web')}, args: {BASE: ${base}, WHO: app}}`);
    const same = await builtBy({ 'a/compose.yaml': of('alpine'), 'b/compose.yaml': of('alpine') });
    expect(same).toMatchObject(known);
    const other = await builtBy({ 'a/compose.yaml': of('alpine'), 'b/compose.yaml': of('debian') });
    expect(other.gaps).toContain('/images/0/reference');
    const off = `services:
  web: {build: {context: web, args: {BASE: alpine, WHO: app}}}
  dev: {profiles: [dev], build: web}
`;
    expect((await builtBy({ 'compose.yaml': off })).gaps).toContain('/user');
  });

  it('is never given what may be a secret', async () => {
    const token = 'ghp_abcdefghijklmnopqrstuvwxyz0123456789';
    const found = await builtBy({
      'compose.yaml': building(`{context: web, args: {BASE: alpine, WHO: ${token}}}`),
    });
    expect(found.gaps).toContain('/user');
    expect(JSON.stringify(found)).not.toContain(token);
  });
});

describe('a stage that a Compose project builds instead of the last', () => {
  const stages = [
    'FROM alpine:1 AS base',
    'FROM base AS dev',
    '# plimsoll-waive: dockerfile-health-check reason="for a day" owner=ops until=2027-01-31',
    'USER root',
    '# plimsoll-waive: dockerfile-health-check reason="seen from outside" owner=ops until=2027-01-31',
    'FROM base AS prod',
    '# plimsoll-waive-file: dockerfile-no-latest-base reason="ours" owner=ops until=2027-01-31',
    'ARG WHO',
    'USER $WHO',
    '',
  ].join('\n');

  async function subjectsOf(...builds: readonly string[]) {
    mkdirSync(join(folder, 'web'), { recursive: true });
    const path = join(folder, 'web/Dockerfile');
    writeFileSync(path, stages);
    const services = builds.map((build, at) => `  s${at}: {build: ${build}}\n`).join('');
    writeFileSync(join(folder, 'compose.yaml'), `services:\n${services}`);
    const { snapshot } = await collect({
      targets: [
        { kind: 'dockerfile', path },
        { kind: 'compose', files: ['compose.yaml'] },
      ],
      cwd: folder,
      now: new Date('2026-11-24T12:00:00Z'),
      env: {},
      home: '/nonexistent',
    });
    const found = snapshot.subjects.filter(({ kind }) => kind === 'dockerfile');
    return found.map(({ id, name, facts: { user, waivers } }) => ({
      id: id.replace(path, ''),
      isNamedByFile: name === path,
      user,
      // An exception of the whole file has no lines.
      waivers: lineless.parse(waivers).map(({ lines }) => (lines ? '' : 'file')),
    }));
  }

  const whole = { id: '', isNamedByFile: true, user: undefined, waivers: ['', '', 'file'] };
  const dev = { id: '#dev', isNamedByFile: true, user: 'root', waivers: ['', 'file'] };

  it('is a subject of its own, beside the whole file', async () => {
    expect(await subjectsOf('{context: web, target: dev}')).toEqual([whole, dev]);
  });

  it('is one, however many services build it, by its name or its number', async () => {
    const builds = ['dev', 'DEV', '1'].map((target) => `{context: web, target: "${target}"}`);
    expect(await subjectsOf(...builds)).toEqual([whole, dev]);
  });

  it('is read with what its own builds give it', async () => {
    const found = await subjectsOf(
      '{context: web, target: prod, args: {WHO: app}}',
      '{context: web, target: base, args: {WHO: nobody}}',
    );
    expect(found.map(({ id, user }) => [id, user])).toEqual([
      ['', 'app'],
      ['#base', null],
    ]);
  });

  it('gives the last stage its arguments where nothing builds that', async () => {
    const found = await subjectsOf('{context: web, target: dev, args: {WHO: app}}');
    expect(found.map(({ id, user }) => [id, user])).toEqual([
      ['', 'app'],
      ['#dev', 'root'],
    ]);
  });

  it('is read of no more than sixteen, and the others are told', async () => {
    const path = join(folder, 'Dockerfile');
    const names = Array.from({ length: 18 }, (_, at) => `s${at}`);
    writeFileSync(path, names.map((name) => `FROM alpine:1 AS ${name}\n`).join(''));
    const builds = names.map((stage) => ({ given: new Map(), stage }));
    const { subjects, population, gaps } = await collectDockerfile(path, { builds });
    expect(subjects).toHaveLength(17);
    expect(population).toMatchObject([{ existed: 18, read: 17 }]);
    expect(gaps).toMatchObject([{ kind: 'dockerfile', reason: 'unsupported' }]);
  });

  it.each(['prod', '2', 'other', '7'])('is none where it is %s', async (target) => {
    expect(await subjectsOf(`{context: web, target: "${target}"}`)).toEqual([whole]);
  });
});

describe('a service that runs what a Dockerfile among the targets makes', () => {
  const file = [
    'FROM alpine:1 AS dev',
    'USER 0',
    'HEALTHCHECK NONE',
    'FROM alpine:1 AS prod',
    'USER app:app',
    'HEALTHCHECK --interval=5s CMD ["/check"]',
    'FROM alpine:1',
    '',
  ].join('\n');

  async function serviceWith(fields: string) {
    mkdirSync(join(folder, 'web'), { recursive: true });
    const path = join(folder, 'web/Dockerfile');
    writeFileSync(path, file);
    writeFileSync(join(folder, 'compose.yaml'), `services:\n  web: ${fields}\n`);
    const { snapshot } = await collect({
      targets: [
        { kind: 'compose', files: ['compose.yaml'] },
        { kind: 'dockerfile', path },
      ],
      cwd: folder,
      now: new Date('2026-11-24T12:00:00Z'),
      env: {},
      home: '/nonexistent',
    });
    const found = snapshot.subjects.find(({ kind }) => kind === 'workload');
    const gaps = found?.gaps.map((gap) => gap.path) ?? [];
    const lineOf = (fact: string) => {
      const source = found?.sources?.[fact];
      return source?.kind === 'file' && source.path === path ? source.line : undefined;
    };
    const of = (fact: string) => (gaps.includes(`/${fact}`) ? 'open' : found?.facts[fact]);
    return {
      user: of('user'),
      healthCheck: of('healthCheck'),
      lines: [lineOf('/user'), lineOf('/healthCheck')],
    };
  }

  const open = { user: 'open', healthCheck: 'open', lines: [undefined, undefined] };

  it('is the user, and has the health check, that the file tells, with the lines of it', async () => {
    expect(await serviceWith('{build: {context: web, target: prod}}')).toEqual({
      user: { configured: 'app:app', name: 'app', uid: null, gid: null },
      healthCheck: { state: 'set', test: ['CMD', '/check'], intervalSeconds: 5 },
      lines: [5, 6],
    });
    expect(await serviceWith('{build: {context: web, target: "0"}}')).toEqual({
      user: { configured: '0', name: null, uid: 0, gid: null },
      healthCheck: { state: 'disabled', test: [], intervalSeconds: null },
      lines: [2, 3],
    });
  });

  it('keeps what it says itself', async () => {
    const found = await serviceWith('{build: {context: web, target: prod}, user: "7"}');
    expect(found.user).toMatchObject({ uid: 7 });
    expect(found.lines).toEqual([undefined, 6]);
  });

  it.each([
    ['the file leaves it to its base', '{build: web}'],
    ['no stage is called so', '{build: {context: web, target: other}}'],
    ['a registry may have its image', '{image: a, build: {context: web, target: prod}}'],
    ['arguments may make it another', '{build: {context: web, target: prod, args: {A: 1}}}'],
    [
      'its bases may be others',
      '{build: {context: web, target: prod, additional_contexts: {alpine: ./a}}}',
    ],
    ['it builds another file', '{build: {context: ., target: prod}}'],
    [
      'a variable may name another stage',
      '{build: {context: web, target: "${STAGE:+prod}${OTHER}"}}',
    ],
    [
      'a variable leaves the file open',
      '{build: {context: web, dockerfile: "Dockerfile${X}", target: prod}}',
    ],
  ])('is open as before where %s', async (_, fields) => {
    expect(await serviceWith(fields)).toEqual(open);
  });

  it('keeps open a user that a variable tells', async () => {
    const found = await serviceWith('{build: {context: web, target: prod}, user: "${WHO}"}');
    expect(found.user).toBe('open');
  });
});
