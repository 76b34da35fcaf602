import { createServer } from 'node:net';
import { once } from 'node:events';
import { linkSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { readUnixSockets } from '../../../src/collectors/daemon/engine-sockets.ts';
import { namesOfFile } from '../../../src/collectors/files/names-of-file.ts';
import { portsOf } from '../../../src/collectors/daemon/read-listeners.ts';
import { decodeAddress, parseTcpListeners } from '../../../src/syntax/proc/tcp-sockets.ts';
import { parseUnixListeners } from '../../../src/syntax/proc/unix-sockets.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

test.each([
  ['0100007F', '127.0.0.1'],
  ['00000000', '0.0.0.0'],
  ['00000000000000000000000000000000', '::'],
  ['00000000000000000000000001000000', '::1'],
  ['B80D01200000000000000000010000FE', '2001:db8::fe00:1'],
  ['0000000000000000FFFF00000A0200C0', '192.0.2.10'],
])('the address %s is %s', (hex, expected) => {
  expect(decodeAddress(hex, 'LE')).toBe(expected);
});

test('a machine with the other byte order writes it as it is read', () => {
  expect(decodeAddress('7F000001', 'BE')).toBe('127.0.0.1');
});

test('finds this process’s own listening sockets in the kernel’s tables', async () => {
  const path = join(temporaryRoot(), 'with a space.sock');
  const unix = createServer().listen(path);
  const tcp = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => {
    unix.close();
    tcp.close();
  });
  await Promise.all([once(unix, 'listening'), once(tcp, 'listening')]);
  const address = tcp.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const table = parseTcpListeners(readFileSync('/proc/self/net/tcp', 'utf8'));
  expect(table).toContainEqual(expect.objectContaining({ address: '127.0.0.1', port }));
  const sockets = parseUnixListeners(readFileSync('/proc/self/net/unix', 'utf8'));
  expect(sockets.map((socket) => socket.path)).toContain(path);
});

test('a socket is known by every name that it has on its file system', async () => {
  const root = temporaryRoot();
  const path = join(root, 'engine.sock');
  const server = createServer().listen(path);
  onTestFinished(() => {
    server.close();
  });
  await once(server, 'listening');
  expect(await namesOfFile('/', path)).toEqual([path]);
  mkdirSync(join(root, 'app/run'), { recursive: true });
  const other = join(root, 'app/run/plain.name');
  linkSync(path, other);
  symlinkSync(path, join(root, 'link'));
  expect(await namesOfFile('/', path)).toEqual([other, path]);
  expect(await namesOfFile('/', other)).toEqual([other, path]);
  const listeners = parseUnixListeners(readFileSync('/proc/self/net/unix', 'utf8'));
  const sockets = new Set(listeners.filter((each) => each.path === path).map(({ inode }) => inode));
  const engine = { pid: process.pid, dataRoot: root, sockets };
  expect(await readUnixSockets(engine, '/proc', [])).toEqual([other, path]);
});

test('no text makes them throw', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom('0', 'A', ':', ' ', '\n', '@', '/') }),
  );
  fc.assert(
    fc.property(text, (any) => {
      expect(Array.isArray(parseTcpListeners(any))).toBe(true);
      expect(parseUnixListeners(any).every(({ path }) => !path.startsWith('@'))).toBe(true);
    }),
  );
});

test.each([
  [['unix:///run/docker.sock', 'fd://'], []],
  [['tcp://127.0.0.1:2400'], [2400]],
  [['tcp://[::1]:2400/path'], [2400]],
  [['tcp://0.0.0.0'], [2375, 2376]],
  [
    ['127.0.0.1:4000', ':4001'],
    [4000, 4001],
  ],
])('the ports of %j', (hosts, expected) => {
  expect([...portsOf(hosts)]).toEqual(expected);
});
