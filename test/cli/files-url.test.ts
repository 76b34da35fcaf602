import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { filesUrl } from '../../src/cli/reporting/files-url.ts';

const workspace = mkdtempSync(join(tmpdir(), 'plimsoll-workspace-'));
mkdirSync(join(workspace, '.git'));
afterAll(() => rmSync(workspace, { recursive: true, force: true }));

const runner = {
  GITHUB_ACTIONS: 'true',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_SHA: 'a'.repeat(40),
  GITHUB_WORKSPACE: workspace,
};
const base = `https://github.com/acme/shop/blob/${'a'.repeat(40)}/`;

describe('where GitHub shows the files of a scan', () => {
  it('is below the commit that was scanned, from the folder of the scan', () => {
    expect(filesUrl(runner, workspace)).toBe(base);
    expect(filesUrl(runner, join(workspace, 'web', 'a b'))).toBe(`${base}web/a%20b/`);
  });

  it.each([
    ['no runner', { GITHUB_ACTIONS: undefined }],
    ['no server', { GITHUB_SERVER_URL: 'javascript:alert(1)' }],
    ['no repository', { GITHUB_REPOSITORY: 'acme' }],
    ['no commit', { GITHUB_SHA: 'main' }],
    ['a checkout elsewhere', { GITHUB_WORKSPACE: join(workspace, '.git') }],
  ])('is not known: %s', (_, changed) => {
    expect(filesUrl({ ...runner, ...changed }, workspace)).toBeUndefined();
  });

  it('is not known of a folder outside of the checkout', () => {
    expect(filesUrl(runner, tmpdir())).toBeUndefined();
  });
});
