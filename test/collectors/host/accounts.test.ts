import { expect, test } from 'vitest';
import { parseSubordinateIds } from '../../../src/collectors/host/subordinate-ids.ts';
import { parseGroup, parsePasswd } from '../../../src/collectors/files/accounts.ts';
import { factsOf, gapsOf, hostRoot } from '../../support/host-root.ts';

test('the accounts of the passwd file', async () => {
  expect((await factsOf(hostRoot())).accounts).toEqual([
    { name: 'root', uid: 0, gid: 0, shell: '/bin/sh' },
    { name: 'alice', uid: 1000, gid: 999, shell: '/bin/sh' },
  ]);
});

// As `getent -s files passwd` shows each line.
test.each([
  ['toor:x: 0:0::/:/bin/sh', { name: 'toor', uid: 0, gid: 0 }],
  [' lead:x:+0:00::/:/bin/sh', { name: 'lead', uid: 0, gid: 0 }],
  ['minus:x:-0:5::/:/bin/sh', { name: 'minus', uid: 0, gid: 5 }],
  ['zeros:x:00000000000000:0', { name: 'zeros', uid: 0, gid: 0 }],
  [':x:0:0::/:/bin/sh', { name: '', uid: 0, gid: 0 }],
  ['hex:x:0x0:0::/:/bin/sh', undefined],
  ['empty:x::0::/:/bin/sh', undefined],
  ['big:x:4294967296:0::/:/bin/sh', undefined],
  ['trail:x:0 :0::/:/bin/sh', undefined],
  [' #hash:x:0:0::/:/bin/sh', undefined],
])('an account as the C library reads it: %j', (line, account) => {
  expect(parsePasswd(`${line}\n`)).toMatchObject(account ? [account] : []);
  expect(parseGroup(' docker:x: 990:a, b\n')).toEqual([
    { name: 'docker', gid: 990, members: ['a', 'b'] },
  ]);
});

test('subordinate numbers, each with its line; without the files there are none', async () => {
  expect((await factsOf(hostRoot())).subordinateIds).toEqual({ users: [], groups: [] });
  const root = hostRoot({
    '/etc/subuid': '# for rootless\ndockremap:100000:65536\n\n1000:165536:65536\n',
    '/etc/subgid': 'dockremap:100000:65536\n',
  });
  expect((await factsOf(root)).subordinateIds).toEqual({
    users: [
      { owner: 'dockremap', start: 100_000, count: 65_536, line: 2 },
      { owner: '1000', start: 165_536, count: 65_536, line: 4 },
    ],
    groups: [{ owner: 'dockremap', start: 100_000, count: 65_536, line: 1 }],
  });
});

test.each(['dockremap:100000', 'dockremap:-1:5', 'dockremap:1:2:3', 'nonsense'])(
  '%s is not understood',
  async (line) => {
    expect(() => parseSubordinateIds(`${line}\n`, '/etc/subuid')).toThrow('Line 1 of /etc/subuid');
    expect(await gapsOf(hostRoot({ '/etc/subuid': line }))).toEqual([
      '/subordinateIds/users malformed',
    ]);
  },
);
