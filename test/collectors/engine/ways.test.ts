import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import type { Harvest } from '../../../src/collectors/gathering/collector-result.ts';
import { openClient } from '../../../src/collectors/engine/client/engine-client.ts';
import { compareSubjects } from '../../../src/core/snapshot/order-snapshot.ts';
import { makeCertificates, type Certificates } from '../../support/certificates.ts';
import { startEngine, type TestEngine } from '../../support/docker-engine.ts';
import { freePort } from '../../support/free-port.ts';
import { forwardReadsOnly, type Forwarder } from '../../support/forward-reads-only.ts';
import { gapsOf, harvestEngine } from '../../support/harvest-engine.ts';
import { dialPath } from '../../support/ask-path.ts';
import { describeWithRoot } from '../../support/needs.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

/** What was read, in the order of a snapshot, less the name of the target. */
const comparable = ({ subjects, population, gaps, target }: Harvest): unknown => ({
  machine: target.machine,
  subjects: subjects.toSorted(compareSubjects).map(({ target: _, ...rest }) => rest),
  population: population.map(({ target: _, ...rest }) => rest),
  gaps,
});

const fingerprintKey = Buffer.alloc(32, 7);

describeWithRoot('one engine by every way', ['dockerd', 'docker', 'openssl', 'busybox'], () => {
  let engine: TestEngine;
  let certificates: Certificates;
  let port: number;
  let folder: string;
  let overSocket: Harvest;
  let forwarder: Forwarder;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plimsoll-ways-'));
    certificates = await makeCertificates(folder);
    port = await freePort();
    const { ca, cert, key } = certificates.server;
    engine = await startEngine({
      flags: [
        ...['--tlsverify', `--tlscacert=${ca}`, `--tlscert=${cert}`, `--tlskey=${key}`],
        `--host=tcp://127.0.0.1:${port}`,
      ],
    });
    forwarder = await forwardReadsOnly(engine.socket, join(engine.folder, 'reads.sock'));
    const run = (name: string, ...options: readonly string[]): Promise<string> =>
      engine.docker(
        'run',
        '-d',
        '--name',
        name,
        '--network=none',
        ...options,
        engine.image,
        'sleep',
        '1000',
      );
    await run('privileged', '--privileged', '--env=PASSWORD=hunter2');
    await run('hardened', '--read-only', '--cap-drop=ALL', '--user=1000', '--volume=/etc:/host:ro');
    await run('hosted', '--pid=host');
    await run('joined', '--pid=container:hosted');
    await engine.docker('create', '--name=created', engine.image, 'true');
    overSocket = await harvestEngine(`unix://${engine.socket}`, { fingerprintKey });
  });
  afterAll(async () => {
    await forwarder?.stop();
    await engine?.stop();
    await rm(folder, { recursive: true });
  });

  it('the socket: everything is read, as on this machine', () => {
    expect(overSocket.target).toMatchObject({
      machine: 'local',
      access: {
        en: expect.stringContaining(' over a Unix socket; ') as string,
        zh: expect.stringContaining('身份经 Unix 套接字访问；') as string,
      },
    });
    expect(overSocket.subjects.flatMap(gapsOf)).toEqual([]);
    expect(overSocket.subjects.find(({ kind }) => kind === 'engine')?.facts).toMatchObject({
      process: { pid: engine.pid },
      listeners: [{ address: '127.0.0.1', port, tls: 'mutual' }],
      packetFilter: { effective: false, configured: false },
    });
  });

  it('mutual TLS: the same', async () => {
    const env = { DOCKER_TLS_VERIFY: '1', ...certificates.clientEnvironment };
    const harvest = await harvestEngine(`tcp://127.0.0.1:${port}`, { fingerprintKey }, env);
    expect(harvest.target.access).toEqual({
      en: expect.stringContaining(' over TCP with mutual TLS; ') as string,
      zh: expect.stringContaining('身份经 TCP 连接（双向 TLS）访问；') as string,
    });
    expect(comparable(harvest)).toEqual(comparable(overSocket));
  });

  it('TLS whose server need not prove itself: the same, and said so', async () => {
    const env = { DOCKER_TLS: '1', ...certificates.clientEnvironment };
    const harvest = await harvestEngine(`tcp://localhost:${port}`, { fingerprintKey }, env);
    expect(harvest.target.access).toEqual({
      en: expect.stringContaining(' over TCP with mutual TLS, the server unverified; ') as string,
      zh: expect.stringContaining('身份经 TCP 连接（双向 TLS，未核验服务端）访问；') as string,
    });
    expect(comparable(harvest)).toEqual(comparable(overSocket));
  });

  it('a socket that forwards reads alone: the same, and nothing else was sent', async () => {
    const harvest = await harvestEngine(`unix://${forwarder.socket}`, { fingerprintKey });
    expect(comparable(harvest)).toEqual(comparable(overSocket));
    expect(forwarder.refused).toEqual([]);
    const kinds = new Set(forwarder.forwarded.map((each) => each.replace(/[0-9a-f]{64}/, 'ID')));
    expect([...kinds].toSorted()).toEqual([
      'GET /containers/ID/changes',
      'GET /containers/ID/json',
      'GET /containers/json?all=true',
      'GET /images/json',
      'GET /images/sha256:ID/history',
      'GET /images/sha256:ID/json?manifests=true',
      'GET /info',
      'GET /networks',
      'GET /networks/ID',
      'GET /plugins',
      'GET /version',
      'GET /volumes',
    ]);
  });

  it('ssh: the same, by the user’s own ssh and the docker of the other side', async () => {
    // Stands for ssh and the other side: it runs what it is told to here.
    const bin = temporaryRoot();
    const script = `#!/bin/sh
echo "$*" >> ${bin}/calls
while [ "$1" != -- ]; do shift; done; shift 2
DOCKER_HOST=unix://${engine.socket} exec "$@"
`;
    await writeFile(join(bin, 'ssh'), script);
    await chmod(join(bin, 'ssh'), 0o755);
    const { PATH } = process.env;
    process.env['PATH'] = `${bin}:${PATH}`;
    onTestFinished(() => {
      process.env['PATH'] = PATH;
    });
    const harvest = await harvestEngine('ssh://me@far:2222', { fingerprintKey });
    expect(comparable(harvest)).toEqual(comparable(overSocket));
    expect((await readFile(join(bin, 'calls'), 'utf8')).split('\n')[0]).toBe(
      '-T -o BatchMode=yes -o ConnectTimeout=10 -l me -p 2222 -- far docker system dial-stdio',
    );
  });

  it('DOCKER_HOST of this process has no say over a target that is named', async () => {
    process.env['DOCKER_HOST'] = 'tcp://127.0.0.1:1';
    onTestFinished(() => {
      delete process.env['DOCKER_HOST'];
    });
    const harvest = await harvestEngine(`unix://${engine.socket}`, { fingerprintKey });
    expect(comparable(harvest)).toEqual(comparable(overSocket));
    expect(process.env['DOCKER_HOST']).toBe('tcp://127.0.0.1:1');
  });

  it.each(['POST', 'DELETE', 'PUT', 'PATCH', 'get'])(
    '%s is refused before it is sent',
    async (method) => {
      const address = {
        id: 'x',
        transport: { kind: 'unix', socketPath: forwarder.socket },
      } as const;
      const client = await openClient(address, {
        requestTimeout: 1_000,
        timeout: 1_000,
        clean: String,
      });
      onTestFinished(client.close);
      const before = forwarder.forwarded.length + forwarder.refused.length;
      await expect(
        client.stream(dialPath('/containers/prune', method), () => Promise.resolve(null)),
      ).rejects.toMatchObject({
        code: 'engine-refused-method',
      });
      expect(forwarder.forwarded.length + forwarder.refused.length).toBe(before);
      expect(
        await client.stream(dialPath('/_ping', 'HEAD'), () => Promise.resolve('read')),
      ).toEqual({ value: 'read' });
    },
  );

  it('without a client certificate, in the clear, or with another authority: TLS is the trouble', async () => {
    const other = await makeCertificates(temporaryRoot());
    const { DOCKER_CERT_PATH } = other.clientEnvironment;
    const bare = temporaryRoot();
    await writeFile(join(bare, 'ca.pem'), await readFile(certificates.client.ca));
    const target = `tcp://127.0.0.1:${port}`;
    const errors = await Promise.all(
      [
        {},
        { DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: bare },
        { DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH },
      ].map((env) => harvestEngine(target, {}, env).catch((error: unknown) => error)),
    );
    expect(errors).toMatchObject([
      { code: 'engine-tls', message: expect.stringContaining('asked in clear text') as string },
      { code: 'engine-tls', message: expect.stringContaining('client certificate') as string },
      { code: 'engine-tls', message: expect.stringContaining('authority') as string },
    ]);
  });
});
