import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseGroup, parsePasswd } from '../../../src/collectors/files/accounts.ts';
import { namesOf, statFile } from '../../../src/collectors/files/stat-file.ts';
import { asNobody, mayBecomeNobody } from '../../support/call-elsewhere.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

const names = namesOf(
  parsePasswd('root:x:0:0::/root:/bin/sh\ntoor:x:0:0::/root:/bin/sh\nweb:x:4321:4322::/:/bin/sh\n'),
  parseGroup('root:x:0:\nweb:x:4322:\n'),
);

test.runIf(mayBecomeNobody)(
  'gives mode and owner as numbers, and names from the root’s own files',
  async () => {
    const root = temporaryRoot({ '/etc/docker/daemon.json': '{}' });
    const file = join(root, 'etc/docker/daemon.json');
    chownSync(file, 4321, 4322);
    chmodSync(file, 0o4640);
    expect(await statFile(root, '/etc/docker/daemon.json', names)).toEqual({
      path: '/etc/docker/daemon.json',
      type: 'file',
      mode: 0o4640,
      uid: 4321,
      gid: 4322,
      owner: 'web',
      group: 'web',
    });
  },
);

test('the first name of a number wins, and a number without a name has none', async () => {
  const root = temporaryRoot({ '/file': '' });
  const fact = await statFile(root, '/file', names);
  if (fact?.uid === 0) expect(fact.owner).toBe('root');
  expect((await statFile(root, '/file', namesOf([], [])))?.owner).toBeNull();
});

test('what a link leads to is what counts', async () => {
  const root = temporaryRoot({ '/etc/real': '' });
  symlinkSync('/etc/real', join(root, 'etc/link'));
  symlinkSync('/etc/none', join(root, 'etc/dangling'));
  chmodSync(join(root, 'etc/real'), 0o600);
  expect(await statFile(root, '/etc/link', names)).toMatchObject({
    path: '/etc/real',
    mode: 0o600,
  });
  expect(await statFile(root, '/etc/dangling', names)).toBeNull();
  expect(await statFile(root, '/etc/none', names)).toBeNull();
});

test('knows a directory, a socket and a FIFO', async () => {
  const root = temporaryRoot({ '/folder/file': '' });
  const server = createServer().listen(join(root, 'socket'));
  await once(server, 'listening');
  execFileSync('mkfifo', [join(root, 'fifo')]);
  expect(await statFile(root, '/folder', names)).toMatchObject({ type: 'directory' });
  expect(await statFile(root, '/socket', names)).toMatchObject({ type: 'socket' });
  expect(await statFile(root, '/fifo', names)).toMatchObject({ type: 'other' });
  server.close();
});

test.runIf(mayBecomeNobody)('behind a closed door there is not nothing', async () => {
  const root = temporaryRoot({ '/closed/file': '' });
  chmodSync(root, 0o755);
  chmodSync(join(root, 'closed'), 0o700);
  const none = { users: {}, groups: {} };
  const outcome = await asNobody(
    'src/collectors/files/stat-file.ts',
    'statFile',
    root,
    '/closed/file',
    none,
  );
  expect(outcome).toMatchObject({ error: { code: 'file-denied' } });
});
