import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collect } from '../../src/collectors/collect.ts';
import { collectDockerfile } from '../../src/collectors/dockerfile/collect-dockerfile.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

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

  it('keeps its own defaults', async () => {
    const found = await builtBy({
      'compose.yaml': building('{context: web, args: {BASE: alpine, WHO: app, TAG: 2}}'),
    });
    expect(found).toMatchObject(known);
  });

  it.each([
    ['nobody tells it', 'web'],
    ['a variable in it has no value', '{context: web, args: {BASE: "$B/x", WHO: "${W:-}a"}}'],
    ['a variable in an item has none', '{context: web, args: ["BASE=$B/x", "WHO=${W}a"]}'],
    ['it is empty', '{context: web, args: {BASE: "", WHO: ""}}'],
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
    'FROM base AS prod',
    '# plimsoll-waive: dockerfile-health-check reason="seen from outside" owner=ops until=2027-01-31',
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
      waivers: Array.isArray(waivers) ? waivers.length : undefined,
    }));
  }

  const whole = { id: '', isNamedByFile: true, user: undefined, waivers: 2 };
  const dev = { id: '#dev', isNamedByFile: true, user: 'root', waivers: 1 };

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
