import { describe, expect, it } from 'vitest';
import {
  parseTrustSettings,
  readContentTrust,
} from '../../../src/collectors/host/content-trust.ts';
import { factsOf, gapsOf, hostRoot } from '../../support/host-root.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

describe('a line about content trust', () => {
  it.each([
    ['DOCKER_CONTENT_TRUST=1', true],
    ['export DOCKER_CONTENT_TRUST=1', true],
    ['  export DOCKER_CONTENT_TRUST="true";', true],
    ["DOCKER_CONTENT_TRUST='yes'", true],
    ['DOCKER_CONTENT_TRUST DEFAULT=1', true],
    ['DOCKER_CONTENT_TRUST=0', false],
    ['DOCKER_CONTENT_TRUST=false', false],
    ['DOCKER_CONTENT_TRUST=', false],
  ])('%s', (line, enabled) => {
    expect(parseTrustSettings(`A=b\n${line}\n`, '/etc/environment')).toEqual([
      { file: '/etc/environment', line: 2, enabled },
    ]);
  });
  it.each(['# DOCKER_CONTENT_TRUST=1', 'DOCKER_CONTENT_TRUST_SERVER=https://x', 'echo hello'])(
    'is not %s',
    (line) => {
      expect(parseTrustSettings(line, '/etc/environment')).toEqual([]);
    },
  );
});

describe('content trust on a host', () => {
  it('is set wherever every login reads it', async () => {
    const root = hostRoot({
      '/etc/environment': 'PATH=/bin\nDOCKER_CONTENT_TRUST=1\n',
      '/etc/profile.d/z.sh': 'export DOCKER_CONTENT_TRUST=0\n',
      '/etc/profile.d/notes.txt': 'DOCKER_CONTENT_TRUST=1\n',
    });
    expect((await factsOf(root)).contentTrust).toEqual([
      { file: '/etc/environment', line: 2, enabled: true },
      { file: '/etc/profile.d/z.sh', line: 1, enabled: false },
    ]);
  });
  it('is set nowhere where there is no such file', async () => {
    expect((await factsOf(hostRoot())).contentTrust).toEqual([]);
  });
  it('is a gap where a file cannot be read', async () => {
    const root = hostRoot({ '/etc/environment/is-a-folder': '' });
    expect(await gapsOf(root)).toEqual([expect.stringMatching(/^\/contentTrust /)]);
    const reading = await readContentTrust(temporaryRoot({ '/etc/environment/is-a-folder': '' }));
    expect('unread' in reading).toBe(true);
  });
});
