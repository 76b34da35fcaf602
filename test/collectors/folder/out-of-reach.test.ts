import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
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
  ])('ends the search, where git %s in it', async (_, tracked) => {
    expect(await find(repository(tracked))).toMatchObject({ error: { code: 'file-denied' } });
  });
});
