import { execFileSync } from 'node:child_process';
import { Buffer } from 'node:buffer';
import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collect } from '../../../src/collectors/collect/collect.ts';
import type { TargetSpec } from '../../../src/collectors/gathering/parse-target.ts';
import { asNobody, mayBecomeNobody } from '../../support/call-elsewhere.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

/** A user's own repository with a folder that they may not enter. */
function repository(tracked: boolean): string {
  const root = temporaryRoot();
  chmodSync(root, 0o755);
  mkdirSync(join(root, 'deploy'));
  writeFileSync(join(root, 'Dockerfile'), 'FROM scratch\n');
  writeFileSync(join(root, 'deploy/compose.yaml'), 'services: {}\n');
  const git = (...args: readonly string[]): unknown => execFileSync('git', args, { cwd: root });
  git('init', '--quiet');
  if (tracked) git('add', '--all');
  execFileSync('chown', ['-R', '65534:65534', root]);
  chmodSync(join(root, 'deploy'), 0);
  chownSync(join(root, 'deploy'), 0, 0);
  return root;
}

const find = (root: string) =>
  asNobody<readonly TargetSpec[]>('src/collectors/folder/find-targets.ts', 'findTargets', '.', {
    cwd: root,
    env: {},
    home: '/nonexistent',
  });

describe.runIf(mayBecomeNobody)('a folder of a repository that may not be entered', () => {
  it.each([
    ['knows of nothing', false],
    ['knows what is', true],
  ])('does not end the search, where git %s in it', async (_, tracked) => {
    expect(await find(repository(tracked))).toMatchObject({
      answer: [
        { kind: 'dockerfile', path: 'Dockerfile' },
        { kind: 'unread', as: 'folder', path: 'deploy', error: { code: 'file-denied' } },
      ],
    });
  });
});

it.each([
  ['walked', false],
  ['listed by git', true],
])('a name that is not UTF-8 does not end the search, where the folder is %s', async (_, git) => {
  const root = temporaryRoot({ Dockerfile: 'FROM scratch\n' });
  const odd = Buffer.concat([Buffer.from(`${root}/z`), Buffer.from([0xff])]);
  mkdirSync(odd);
  writeFileSync(Buffer.concat([odd, Buffer.from('/Dockerfile')]), 'FROM scratch\n');
  if (git) execFileSync('git', ['init', '--quiet'], { cwd: root });
  const { snapshot, failures } = await collect({ targets: ['.'], cwd: root, env: {}, home: '/x' });
  expect(snapshot.subjects.map(({ id }) => id)).toEqual(['Dockerfile']);
  expect(failures.map(({ error }) => error.message).join('\n')).toMatch(
    /^The name z\uFFFD\S* is not UTF-8\.$/,
  );
  expect(snapshot.gaps.map(({ kind }) => kind)).toContain('dockerfile');
});
