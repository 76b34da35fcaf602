import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collect } from '../../../src/collectors/collect/collect.ts';
import { findTargets, type FindOptions } from '../../../src/collectors/folder/find-targets.ts';
import { describeWithPrograms } from '../../support/needs.ts';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'plimsoll-named-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

const whole = 'services: {web: {image: "w:1"}}\n';
/** Stands over another alone. */
const part = 'services: {web: {read_only: true}}\n';

/** What is found, as it would be spelled. */
async function found(root = '.', options: Partial<FindOptions> = {}): Promise<readonly string[]> {
  const all = await findTargets(root, { cwd: folder, env: {}, home: '/root', ...options });
  return all.map((each) =>
    each.kind === 'compose' ? each.files.join(',') : each.kind === 'dockerfile' ? each.path : '?',
  );
}

describe('a folder whose .env names Compose files', () => {
  it('has them as one project, and every other file as before', async () => {
    put({
      'compose.yaml': whole,
      'compose.override.yaml': part,
      'compose.dev.yaml': part,
      'compose.prod.yaml': part,
      'compose.db.yaml': whole,
      'stack/web.yml': whole,
      '.env': 'COMPOSE_FILE=compose.yaml:compose.dev.yaml:stack/web.yml\n',
    });
    expect(await found()).toEqual([
      'compose.yaml,compose.dev.yaml,stack/web.yml',
      'compose.db.yaml',
      'compose.yaml,compose.override.yaml',
      'compose.yaml,compose.prod.yaml',
    ]);
  });

  it('hides none of those that Compose would look for', async () => {
    put({
      'compose.yaml': whole,
      'compose.override.yaml': part,
      'other.yml': whole,
      '.env': 'COMPOSE_FILE=other.yml\n',
    });
    expect(await found()).toEqual(['other.yml', 'compose.yaml,compose.override.yaml']);
  });

  it('needs no file of the usual name, at the root or where git knows the .env', async () => {
    put({ 'a.yml': whole, '.env': 'COMPOSE_FILE=a.yml\n', '.gitignore': '/.env\n' });
    put({ 'b/b.yml': whole, 'b/.env': 'COMPOSE_FILE=b.yml\n', 'c/.env': 'A=1\n' });
    expect(await found()).toEqual(['a.yml', 'b/b.yml']);
    expect(await found('b')).toEqual(['b/b.yml']);
    await expect(found('c')).rejects.toMatchObject({ code: 'file-not-found' });
  });

  it('is the target itself where they lie elsewhere, so that its variables count', async () => {
    put({
      'deploy/compose.yaml': 'services: {web: {image: "w:${TAG}"}}\n',
      '.env': 'COMPOSE_FILE=deploy/compose.yaml\nTAG=7\n',
    });
    expect(await found()).toEqual(['.']);
    const targets = await findTargets('.', { cwd: folder, env: {}, home: '/root' });
    const { snapshot } = await collect({
      targets,
      cwd: folder,
      env: {},
      home: '/root',
      now: new Date(0),
    });
    const web = snapshot.subjects.find(({ kind }) => kind === 'workload');
    expect(web?.facts).toMatchObject({ image: { reference: 'w:7' } });
  });

  it('is named by the environment where it is the working folder', async () => {
    put({ 'compose.yaml': whole, 'x.yml': whole, 'sub/compose.yaml': whole });
    const env = { COMPOSE_FILE: 'x.yml' };
    expect(await found('.', { env })).toEqual(['x.yml', 'compose.yaml', 'sub/compose.yaml']);
    expect(await found('sub', { env })).toEqual(['sub/compose.yaml']);
  });

  it.each([
    ['a file that is not there', 'nowhere.yml'],
    ['a file outside', 'compose.yaml:../outside.yml'],
    ['a link that leads outside', 'link.yml'],
    ['a folder', 'compose.yaml:'],
  ])('is told of when it names %s, with everything else judged', async (_, files) => {
    put({ 'in/compose.yaml': whole, 'in/.env': `COMPOSE_FILE=${files}\n`, 'outside.yml': whole });
    symlinkSync('../outside.yml', join(folder, 'in/link.yml'));
    const cwd = join(folder, 'in');
    expect(await found('.', { cwd })).toEqual(['.', 'compose.yaml']);
    const { snapshot, failures } = await collect({
      targets: await findTargets('.', { cwd, env: {}, home: '/root' }),
      cwd,
      env: {},
      home: '/root',
      now: new Date(0),
    });
    expect(failures).toMatchObject([{ target: 'compose:.', error: { code: 'compose-invalid' } }]);
    expect(failures[0]?.error.message).toMatch(/^\.env:1:1: /);
    expect(snapshot.subjects.filter(({ kind }) => kind === 'workload')).toHaveLength(1);
  });

  it('says nothing where it is no file of variables at all', async () => {
    put({
      'compose.yaml': whole,
      '.env': 'no = "\n',
      'sub/.env/pyvenv.cfg': '',
      'sub/compose.yaml': whole,
    });
    expect(await found()).toEqual(['compose.yaml', 'sub/compose.yaml']);
  });
});

describeWithPrograms('the project of a .env, since a revision', ['git'], () => {
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
      cwd: folder,
    });

  it('has changed with any of its files, or with what names them', async () => {
    const env = 'COMPOSE_FILE=stack/web.txt\n';
    put({ 'stack/web.txt': whole, 'in/x.txt': whole, '.env': env, 'web/Dockerfile': 'FROM a\n' });
    git('init', '--quiet', '--initial-branch=main');
    git('add', '--all');
    git('commit', '--quiet', '--message=one');
    const since = { changedSince: 'main' };
    expect(await found('.', since)).toEqual([]);
    put({ 'in/x.txt': part });
    expect(await found('.', since)).toEqual([]);
    put({ 'stack/web.txt': `# Words\n${whole}` });
    expect(await found('.', since)).toEqual(['.']);
    git('checkout', '--quiet', 'stack/web.txt');
    put({ '.env': `${env}TAG=1\n` });
    expect(await found('.', since)).toEqual(['.']);
  });
});
