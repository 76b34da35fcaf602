import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { DaemonReading } from '../../../src/collectors/daemon/daemon-reading.ts';
import { probePort } from '../../../src/collectors/daemon/probe-port.ts';
import { readDaemon } from '../../../src/collectors/daemon/read-daemon.ts';
import { inNetworkOf } from '../../support/call-elsewhere.ts';
import { makeCertificates, type CertificateFiles } from '../../support/certificates.ts';
import { describeWithRoot } from '../../support/needs.ts';
import { startPrivateHost, type PrivateHost } from '../../support/private-host.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

describeWithRoot('what a client without a certificate meets', ['dockerd', 'openssl'], () => {
  let host: PrivateHost;
  beforeAll(async () => {
    host = await startPrivateHost({ network: true });
  });
  afterAll(() => host?.stop());

  const query = () => ({
    socketPath: join(host.root, '/run/docker.sock'),
    procRoot: host.procRoot,
  });
  const read = async (): Promise<DaemonReading> => {
    const module = 'src/collectors/daemon/read-daemon.ts';
    const outcome = await inNetworkOf<DaemonReading>(host.pid, module, 'readDaemon', query());
    if ('error' in outcome) throw new Error(outcome.error.message);
    return outcome.answer;
  };
  const start = async (...flags: readonly string[]): Promise<void> => {
    const engine = await host.startEngine('-H=unix:///run/docker.sock', ...flags);
    onTestFinished(engine.stop);
  };
  const tlsFlags = ({ ca, cert, key }: CertificateFiles): readonly string[] => [
    `--tlscacert=${ca}`,
    `--tlscert=${cert}`,
    `--tlskey=${key}`,
  ];

  test('TLS that lets everybody in', async () => {
    const { server } = await makeCertificates(temporaryRoot());
    // Alone, --tls asks for a certificate as well.
    const flags = ['--tls', '--tlsverify=false', ...tlsFlags(server)];
    await start('-H=tcp://[::1]:4003', ...flags);
    const { listeners, certificates } = await read();
    expect(listeners).toMatchObject({ value: [{ address: '::1', port: 4003, tls: 'server' }] });
    expect(certificates).toMatchObject({
      value: { ca: server.ca, certificate: server.cert, key: server.key },
    });
  });

  test('TLS that asks for a certificate', async () => {
    const { server } = await makeCertificates(temporaryRoot());
    await start('-H=tcp://0.0.0.0:4004', '--tlsverify', ...tlsFlags(server));
    expect((await read()).listeners).toMatchObject({
      // What the engine calls all of IPv4 is all of both.
      value: [{ address: '::', port: 4004, tls: 'mutual' }],
    });
    // From another network, the same address is not the same port.
    const outside = await readDaemon(query());
    expect(outside.listeners).toMatchObject({ unread: { reason: 'unavailable' } });
    const byPort = { tcp: { host: '127.0.0.1', port: 4004 }, procRoot: host.procRoot };
    await expect(readDaemon(byPort)).rejects.toMatchObject({ code: 'file-not-found' });
    const module = 'src/collectors/daemon/read-daemon.ts';
    const inside = await inNetworkOf<DaemonReading>(host.pid, module, 'readDaemon', byPort);
    expect(inside).toMatchObject({ answer: { process: { executable: '/usr/sbin/dockerd' } } });
  });

  test('an API in the clear', async () => {
    await start('-H=tcp://127.0.0.1:4001', '-H=tcp://[::1]:4002', '--metrics-addr=127.0.0.1:4009');
    expect((await read()).listeners).toMatchObject({
      value: [
        { address: '127.0.0.1', port: 4001, tls: 'none' },
        { address: '::1', port: 4002, tls: 'none' },
      ],
    });
  });

  test('sockets that were handed over, beside metrics and the ports of a Swarm', async () => {
    const engine = await host.startActivatedEngine(4005, '--metrics-addr=127.0.0.1:4009');
    onTestFinished(engine.stop);
    await host.shell('docker swarm init --advertise-addr 127.0.0.1');
    const open = await host.shell(`cat /proc/${engine.pid}/net/tcp{,6}`);
    // 2377, 7946 and 4009 do listen, as the kernel writes them.
    for (const port of ['0949', '1F0A', '0FA9']) expect(open).toContain(`:${port} 0000`);
    const { process, listeners } = await read();
    expect(process.pid).toBe(engine.pid);
    expect(listeners).toMatchObject({ value: [{ address: '127.0.0.1', port: 4005, tls: 'none' }] });
  });
});

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

test('a port that takes a connection and says nothing is silent, after its time', async () => {
  const port = await listen(createServer((socket) => socket.on('error', () => undefined)));
  const begun = Date.now();
  const probe = await probePort('127.0.0.1', port);
  expect(probe).toEqual({ answer: 'silent', why: 'it did not answer in time' });
  expect(Date.now() - begun).toBeLessThan(6_000);
});

test('a port that nobody listens on, and one that hangs up, are silent', async () => {
  const closed = createServer();
  const port = await listen(closed);
  closed.close();
  expect(await probePort('127.0.0.1', port)).toMatchObject({ answer: 'silent' });
  const rude = await listen(createServer((socket) => socket.destroy()));
  expect(await probePort('127.0.0.1', rude)).toMatchObject({ answer: 'silent' });
});

test('another server’s HTTP is not taken for an engine’s', async () => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', () => socket.end('HTTP/1.1 404 Not Found\r\nServer: other\r\n\r\n'));
  });
  const probe = await probePort('127.0.0.1', await listen(server));
  expect(probe).toEqual({ answer: 'none', engine: false });
});
