import { expect, test } from 'vitest';
import { parseSubordinateIds } from '../../../src/collectors/host/subordinate-ids.ts';
import { factsOf, gapsOf, hostRoot } from '../../support/host-root.ts';

test('the accounts of the passwd file', async () => {
  expect((await factsOf(hostRoot())).accounts).toEqual([
    { name: 'root', uid: 0, gid: 0 },
    { name: 'alice', uid: 1000, gid: 999 },
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
