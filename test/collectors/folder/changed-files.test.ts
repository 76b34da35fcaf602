import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { changedFiles } from '../../../src/collectors/folder/changed-files.ts';
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

describeWithPrograms('what changed since a revision that is not there', ['git'], () => {
  it('is not asked for outside of a repository', async () => {
    await expect(changedFiles(folder, 'HEAD')).rejects.toMatchObject({
      code: 'git-failed',
      message: expect.stringContaining('not a git repository'),
      hint: expect.stringContaining('without --changed-since'),
    });
  });

  it('is not asked for before the first commit', async () => {
    git('init', '--quiet');
    await expect(changedFiles(folder, 'HEAD')).rejects.toMatchObject({
      code: 'git-failed',
      message: expect.stringContaining('There is no commit yet'),
      hint: expect.stringContaining('without --changed-since'),
    });
  });

  it('is to be fetched where there are others', async () => {
    git('init', '--quiet');
    git('commit', '--quiet', '--allow-empty', '--message=one');
    await expect(changedFiles(folder, 'nowhere')).rejects.toMatchObject({
      code: 'git-failed',
      hint: expect.stringContaining('git fetch origin nowhere'),
    });
  });
});
