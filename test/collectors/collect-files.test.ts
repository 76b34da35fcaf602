import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collect } from '../../src/collectors/collect.ts';

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
