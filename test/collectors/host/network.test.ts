import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import {
  readHostListeners,
  settleInterface,
  type InterfaceSettings,
} from '../../../src/collectors/host/network.ts';
import { factsOf, hostRoot } from '../../support/host-root.ts';

const off: InterfaceSettings = {
  forwarding: 0,
  acceptRedirects: 0,
  sendRedirects: 0,
  acceptSourceRoute: 0,
  reversePath: 0,
  ipv6Forwarding: 0,
  ipv6AcceptRedirects: 0,
};

test.each([
  ['nothing', {}, {}, {}],
  [
    'its own redirects, on a host that forwards nothing',
    { acceptRedirects: 1 },
    {},
    { acceptsRedirects: true },
  ],
  ['those of all', {}, { acceptRedirects: 1 }, { acceptsRedirects: true }],
  ['its own, where it forwards: all must as well', { acceptRedirects: 1, forwarding: 1 }, {}, {}],
  [
    'both, where it forwards',
    { acceptRedirects: 1, forwarding: 1 },
    { acceptRedirects: 1 },
    { acceptsRedirects: true },
  ],
  ['its own sending', { sendRedirects: 1 }, {}, { sendsRedirects: true }],
  ['the sending of all', {}, { sendRedirects: 1 }, { sendsRedirects: true }],
  ['its own source routes alone', { acceptSourceRoute: 1 }, {}, {}],
  [
    'source routes of both',
    { acceptSourceRoute: 1 },
    { acceptSourceRoute: 1 },
    { acceptsSourceRoutes: true },
  ],
  ['the reverse path of all', {}, { reversePath: 1 }, { reversePath: 'strict' }],
  [
    'the looser of both reverse paths',
    { reversePath: 2 },
    { reversePath: 1 },
    { reversePath: 'loose' },
  ],
  ['IPv6', { ipv6AcceptRedirects: 1 }, {}, { acceptsIpv6Redirects: true }],
  ['IPv6 of a router', { ipv6AcceptRedirects: 1, ipv6Forwarding: 1 }, {}, {}],
])('%s', (_, own, all, expected) => {
  const settled = settleInterface('eth0', { ...off, ...own }, { ...off, ...all });
  expect(settled).toEqual({
    name: 'eth0',
    acceptsRedirects: false,
    sendsRedirects: false,
    acceptsSourceRoutes: false,
    reversePath: 'off',
    acceptsIpv6Redirects: false,
    ...expected,
  });
});

const conf = (name: string, key: string): string => `/proc/sys/net/ipv4/conf/${name}/${key}`;

test('each interface but loopback; one that is going is left out', async () => {
  const root = hostRoot({
    [conf('all', 'forwarding')]: '1\n',
    [conf('all', 'rp_filter')]: '1\n',
    [conf('default', 'forwarding')]: '1\n',
    [conf('lo', 'forwarding')]: '1\n',
    [conf('eth0', 'forwarding')]: '1\n',
    [conf('eth0', 'send_redirects')]: '1\n',
    [conf('veth1', 'tag')]: '0\n',
  });
  const { interfaces } = (await factsOf(root)).network;
  expect(interfaces).toMatchObject([{ name: 'eth0', sendsRedirects: true, reversePath: 'strict' }]);
});

test('what listens, but on loopback, each once', async () => {
  const line = (local: string, state = '0A'): string =>
    `   0: ${local} 00000000:0000 ${state} 00000000:00000000 00:00000000 00000000     0        0 1 1\n`;
  const zero = '0'.repeat(32);
  const root = hostRoot({
    '/proc/1/net/tcp': `${line('00000000:0016')}${line('0100007F:1F90')}${line('0100000A:01BB')}${line('00000000:0016')}${line('00000000:9999', '01')}`,
    '/proc/1/net/tcp6': `${line(`${zero}:0016`)}${line(`${'0'.repeat(24)}01000000:0050`)}${line(`${'0'.repeat(16)}FFFF00000100007F:0051`)}`,
  });
  expect((await factsOf(root)).network.listeners).toEqual([
    { address: '0.0.0.0', port: 22 },
    { address: '::', port: 22 },
    { address: '10.0.0.1', port: 443 },
  ]);
});

test('a real socket of this machine', async () => {
  const server = createServer().listen(0, '0.0.0.0');
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const reading = await readHostListeners('/proc');
  expect('value' in reading && reading.value).toContainEqual({ address: '0.0.0.0', port });
});
