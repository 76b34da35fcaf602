import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { changedFiles } from '../../../src/collectors/folder/changed-files.ts';
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
  });
});
