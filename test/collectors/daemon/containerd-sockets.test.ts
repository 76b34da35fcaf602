import { expect, test } from 'vitest';
import {
  placesOfContainerd,
  readContainerdSockets,
} from '../../../src/collectors/daemon/containerd-sockets.ts';
import { parseDaemonFile } from '../../../src/collectors/daemon/daemon-file.ts';
import { parseDaemonFlags } from '../../../src/collectors/daemon/daemon-flags.ts';
import { unread } from '../../../src/collectors/gathering/unread-gap.ts';
import { text } from '../../../src/core/text.ts';

const path = '/etc/docker/daemon.json';
const source = { kind: 'file', path } as const;
const hosts = '/run/containerd/containerd.sock';
const usual = '/run/docker/containerd/containerd.sock';

const read = (flags: readonly string[], json = '{}') =>
  readContainerdSockets(
    { flags: parseDaemonFlags(flags), flagSource: source, file: parseDaemonFile(json, path) },
    '/srv',
  );

test.each([
  [[], { own: usual }],
  [['--exec-root', '/tmp/x'], { own: '/tmp/x/containerd/containerd.sock' }],
  [['--exec-root=x'], { own: '/srv/x/containerd/containerd.sock' }],
  [['--containerd=c.sock'], { named: '/srv/c.sock', own: usual }],
])('told %j, an engine has %j', (flags, expected) => {
  expect(read(flags)).toMatchObject(expected);
  expect(read(flags).unread).toBeUndefined();
});

test('what daemon.json says nothing understandable of is not guessed', () => {
  expect(read([], '{"containerd": 1, "exec-root": "/x"}')).toMatchObject({
    own: '/x/containerd/containerd.sock',
    unread: { reason: 'malformed' },
  });
});

test('a file that was changed since the start leaves other places open', () => {
  const changed = unread('unavailable', text('Changed.', '已修改。'), source);
  const words = {
    flags: new Map(),
    flagSource: source,
    file: parseDaemonFile('{}', path),
    changed,
  };
  expect(readContainerdSockets(words, '/')).toEqual({ unread: changed });
});

test('the surest place is looked at first, and each once', () => {
  const own = '/tmp/x/containerd/containerd.sock';
  const none = () => false;
  const only = (one: string) => (each: string) => each === one;
  const places = (
    named: string | undefined,
    mine: string | undefined,
    listens: (path: string) => boolean = none,
  ) => placesOfContainerd({ named, own: mine }, listens);
  expect(places(undefined, own)).toEqual([hosts, usual, own]);
  expect(places(undefined, own, only(own))).toEqual([own, hosts, usual]);
  expect(places(undefined, usual, only(usual))).toEqual([usual, hosts]);
  expect(places('/c.sock', own)).toEqual(['/c.sock', hosts, usual, own]);
  expect(places('/c.sock', own, only(own))).toEqual(['/c.sock', own, hosts, usual]);
  expect(places(undefined, undefined)).toEqual([hosts, usual]);
});
