import { readFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { DaemonReading } from '../../../src/collectors/daemon/daemon-reading.ts';
import { probePort } from '../../../src/collectors/daemon/probe-port.ts';
import { readDaemon } from '../../../src/collectors/daemon/read-daemon.ts';
import { inNetworkOf } from '../../support/call-elsewhere.ts';
import { makeCertificates, type CertificateFiles } from '../../support/certificates.ts';
import { listen } from '../../support/listen.ts';
import { describeWithRoot } from '../../support/needs.ts';
import { startPrivateHost, type PrivateHost } from '../../support/private-host.ts';
import { readSettledDaemon, type SettledDaemon } from '../../support/settled-daemon.ts';
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
  const read = async (): Promise<SettledDaemon> => {
    const module = 'test/support/settled-daemon.ts';
    const outcome = await inNetworkOf<SettledDaemon>(
      host.pid,
      module,
      readSettledDaemon.name,
      query(),
    );
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
    expect(listeners).toMatchObject([{ address: '::1', port: 4003, tls: 'server' }]);
    expect(certificates).toMatchObject({
      value: { ca: server.ca, certificate: server.cert, key: server.key },
    });
  });

  test('TLS that asks for a certificate', async () => {
    const { server } = await makeCertificates(temporaryRoot());
    await start('-H=tcp://0.0.0.0:4004', '--tlsverify', ...tlsFlags(server));
    expect((await read()).listeners).toMatchObject([
      // What the engine calls all of IPv4 is all of both.
      { address: '::', port: 4004, allInterfaces: true, tls: 'mutual' },
    ]);
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
    const listener = { allInterfaces: false, tls: 'none', handshake: null };
    expect(await read()).toMatchObject({
      listeners: [
        { ...listener, address: '127.0.0.1', port: 4001 },
        { ...listener, address: '::1', port: 4002 },
      ],
      gaps: [],
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
    expect(listeners).toMatchObject([{ address: '127.0.0.1', port: 4005, tls: 'none' }]);
  });
});

test('a port that takes a connection and says nothing is silent, after its time', async () => {
  const port = await listen(createServer((socket) => socket.on('error', () => undefined)));
  const begun = Date.now();
  const probe = await probePort('127.0.0.1', port);
  expect(probe).toEqual({ answer: 'silent', reason: 'timeout', why: 'it did not answer in time' });
  expect(Date.now() - begun).toBeLessThan(6_000);
});

test('a port that nobody listens on, and one that hangs up, are silent', async () => {
  const closed = createServer();
  const port = await listen(closed);
  closed.close();
  const silent = { answer: 'silent', reason: 'unavailable' };
  expect(await probePort('127.0.0.1', port)).toMatchObject(silent);
  const rude = await listen(createServer((socket) => socket.destroy()));
  expect(await probePort('127.0.0.1', rude)).toMatchObject(silent);
});

test('another server’s HTTP is not taken for an engine’s', async () => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', () => socket.end('HTTP/1.1 404 Not Found\r\nServer: other\r\n\r\n'));
  });
  const probe = await probePort('127.0.0.1', await listen(server));
  expect(probe).toEqual({ answer: 'none', engine: false });
});

describeWithRoot('TLS that is not the engine’s own', ['openssl'], () => {
  const meet = async (
    options: TlsOptions,
    answer = 'HTTP/1.1 200 OK\r\nApi-Version: 1\r\n\r\nOK',
  ) => {
    const { server } = await makeCertificates(temporaryRoot(), { key: ['-newkey', 'rsa:2048'] });
    const tls = createTlsServer({
      cert: readFileSync(server.cert),
      key: readFileSync(server.key),
      ca: readFileSync(server.ca),
      ...options,
    });
    tls.on('connection', (socket: Socket) => socket.on('error', () => undefined));
    tls.on('secureConnection', (socket) => {
      socket.on('error', () => undefined).on('data', () => socket.end(answer));
    });
    return probePort('127.0.0.1', await listen(tls));
  };

  test.each(['TLSv1', 'TLSv1.2', 'TLSv1.3'] as const)('%s lets in, or not', async (version) => {
    const ciphers = 'DEFAULT@SECLEVEL=0';
    const only = { minVersion: version, maxVersion: version, ciphers };
    expect(await meet(only)).toEqual({ answer: 'server', engine: true });
    expect(await meet({ ...only, requestCert: true })).toEqual({ answer: 'mutual', swarm: false });
    const optional = { ...only, requestCert: true, rejectUnauthorized: false };
    expect(await meet(optional)).toEqual({ answer: 'server', engine: true });
  });

  test('a handshake that fails for another reason is no refusal', async () => {
    // What Node does not offer: these suites need a key that was shared before.
    const ciphers = 'PSK-AES128-CBC-SHA:@SECLEVEL=0';
    const probe = await meet({ ciphers, maxVersion: 'TLSv1.2', pskCallback: () => null });
    expect(probe).toMatchObject({ answer: 'silent' });
  });

  test('nginx says in HTTP that a certificate is missing', async () => {
    const answer =
      'HTTP/1.1 400 Bad Request\r\n\r\n<center>No required SSL certificate was sent</center>';
    expect(await meet({}, answer)).toEqual({ answer: 'mutual', swarm: false });
    expect(await meet({}, 'HTTP/1.1 400 Bad Request\r\n\r\n')).toMatchObject({ answer: 'server' });
  });
});
