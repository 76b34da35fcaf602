import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { changedFiles } from '../../../src/collectors/folder/changed-files.ts';
import { runGit } from '../../../src/collectors/folder/run-git.ts';
import { PlimsollError } from '../../../src/index.ts';
import { describeWithPrograms } from '../../support/needs.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-changed-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const git = (...args: readonly string[]): unknown =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
    cwd: folder,
  });

/** What is said of it, and what to do. */
const told = (since: string): Promise<string> =>
  changedFiles(folder, since).then(
    () => '',
    (error: unknown) =>
      error instanceof PlimsollError ? `${error.message} ${error.hint ?? ''}` : '',
  );

describeWithPrograms('what changed since a revision that is not there', ['git'], () => {
  it('is not asked for outside of a repository', async () => {
    expect(await told('HEAD')).toMatch(/not a git repository.*without --changed-since/s);
  });

  it('is not asked for before the first commit', async () => {
    git('init', '--quiet');
    expect(await told('HEAD')).toMatch(/There is no commit yet.*without --changed-since/s);
  });

  it('is to be fetched where there are others', async () => {
    git('init', '--quiet');
    git('commit', '--quiet', '--allow-empty', '--message=one');
    expect(await told('nowhere')).toMatch(/git fetch origin nowhere/);
    expect(await told('HEAD~3')).toMatch(/git fetch --unshallow/);
    expect(await told('a b')).toMatch(/Fetch it first\.$/);
  });

  it.each([
    ['origin/main', 'origin', 'main'],
    ['origin/main~0', 'origin', 'main'],
    ['up/stream/work/it', 'up/stream', 'work/it'],
    ['work/it', 'origin', 'work/it'],
    ['v1.0', 'origin', 'v1.0'],
  ])('%s is there after the command of its hint', async (since, remote, branch) => {
    const other = await mkdtemp(join(tmpdir(), 'plimsoll-remote-'));
    const there = (...args: readonly string[]): unknown =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
        cwd: other,
      });
    there('init', '--quiet', '--initial-branch=first');
    there('commit', '--quiet', '--allow-empty', '--message=one');
    there(...(branch === 'v1.0' ? ['tag', branch] : ['branch', branch]));
    // As a clone that knows one branch alone.
    git('init', '--quiet');
    git('commit', '--quiet', '--allow-empty', '--message=mine');
    git('remote', 'add', '-t', 'first', remote, other);
    const [, args = ''] = /git (fetch \S+ \S+)$/.exec(await told(since)) ?? [];
    git(...args.split(' '), '--quiet');
    expect([...(await changedFiles(folder, since))]).toEqual([]);
    await rm(other, { recursive: true });
  });

  it.each(['clean', 'process'])('runs no %s filter of the repository', async (kind) => {
    const ran = join(folder, '.git', 'ran');
    git('init', '--quiet');
    await writeFile(join(folder, 'Dockerfile'), 'FROM scratch\n');
    git('add', '.');
    git('commit', '--quiet', '--message=one');
    await writeFile(join(folder, '.git/info/attributes'), '* filter=a=b.c\n');
    await writeFile(join(folder, 'Dockerfile'), 'FROM scratch \n');
    git('config', `filter.a=b.c.${kind}`, `sh -c 'echo >> ${ran}; cat'`);
    git('config', 'filter.a=b.c.required', 'true');
    expect([...(await changedFiles(folder, 'HEAD'))]).toEqual(['Dockerfile']);
    await expect(stat(ran)).rejects.toThrow('ENOENT');
  });

  it('fetches nothing by a program that the repository names', async () => {
    const ran = join(folder, '.git', 'ran');
    git('init', '--quiet');
    await writeFile(join(folder, 'Dockerfile'), 'FROM scratch\n');
    git('add', '.');
    git('commit', '--quiet', '--message=one');
    git('config', 'core.repositoryFormatVersion', '1');
    git('config', 'extensions.partialClone', 'origin');
    git('config', 'remote.origin.promisor', 'true');
    git('config', 'remote.origin.url', `ext::touch ${ran}`);
    git('config', 'protocol.ext.allow', 'always');
    const tree = execFileSync('git', ['rev-parse', 'HEAD^{tree}'], {
      cwd: folder,
      encoding: 'utf8',
    });
    await rm(join(folder, '.git/objects', tree.slice(0, 2), tree.slice(2).trim()));
    await changedFiles(folder, 'HEAD').catch(() => undefined);
    await expect(stat(ran)).rejects.toThrow('ENOENT');
  });

  it('is not said to be unknown when it is the collection that was ended', async () => {
    git('init', '--quiet');
    await expect(changedFiles(folder, 'HEAD', AbortSignal.abort())).rejects.toMatchObject({
      code: 'scan-aborted',
    });
  });
});

it('a git that does not end is ended', async () => {
  const bin = join(folder, 'bin');
  await mkdir(bin);
  await writeFile(join(bin, 'git'), '#!/bin/sh\nsleep 8\n', { mode: 0o755 });
  vi.stubEnv('PATH', `${bin}:${process.env['PATH']}`);
  await expect(runGit(folder, ['status'], undefined, { patience: 100 })).rejects.toMatchObject({
    code: 'git-failed',
    message: `git, asked in ${folder}: it did not end within 0.1 seconds`,
  });
  vi.unstubAllEnvs();
});
