import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { builtin } from '../../../src/controls/registry/builtin.ts';
import type { Subject } from '../../../src/core/facts/subject.ts';
import {
  makeCertificates,
  type Certificates,
  type ServerCertificate,
} from '../../support/certificates.ts';
import { startEngine, type TestEngine } from '../../support/docker-engine.ts';
import { freePort } from '../../support/free-port.ts';
import { harvestEngine } from '../../support/harvest-engine.ts';
import { judge } from '../../support/judge.ts';
import { describeWithRoot } from '../../support/needs.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

type Statuses = Readonly<Record<string, string>>;

/** What the built-in controls of that name say of a subject that was just read. */
function statuses({ kind, facts, gaps }: Subject, pattern: RegExp): Statuses {
  const snapshot = { collectedAt: new Date().toISOString() };
  const controls = builtin.controls.filter(
    ({ id, subject }) => subject.kind === kind && pattern.test(id),
  );
  return Object.fromEntries(
    controls.map((control) => [control.id, judge(control, facts, { gaps, snapshot }).status]),
  );
}

const tcpControls = /^engine-t(?:cp|ls)-/;

async function start(...flags: readonly string[]): Promise<TestEngine> {
  const engine = await startEngine({ flags });
  onTestFinished(engine.stop);
  return engine;
}

async function read(
  address: string,
  env: Readonly<Record<string, string>> = {},
  procRoot?: string,
  kind = 'engine',
): Promise<Subject> {
  const { subjects } = await harvestEngine(address, procRoot ? { procRoot } : {}, env);
  const [subject] = subjects.filter((each) => each.kind === kind);
  if (!subject) throw new Error(`There is no ${kind}.`);
  return subject;
}

const flagsOf = ({ server: { ca, cert, key } }: Certificates): readonly string[] => [
  `--tlscacert=${ca}`,
  `--tlscert=${cert}`,
  `--tlskey=${key}`,
];

describeWithRoot('a real engine on TCP', ['dockerd', 'docker', 'openssl', 'busybox'], () => {
  it('in the clear', async () => {
    const port = await freePort();
    const { socket } = await start(`--host=tcp://127.0.0.1:${port}`);
    const engine = await read(`unix://${socket}`);
    expect(engine.facts['listeners']).toEqual([
      { address: '127.0.0.1', port, allInterfaces: false, tls: 'none', handshake: null },
    ]);
    expect(engine.sources).toMatchObject({
      '/listeners': { kind: 'file' },
      '/listeners/0/tls': { kind: 'probe', address: `127.0.0.1:${port}` },
    });
    expect(statuses(engine, tcpControls)).toEqual({
      'engine-tcp-address': 'pass',
      'engine-tcp-mutual-tls': 'fail',
      'engine-tls-certificate-lifetime': 'not-applicable',
      'engine-tls-certificate-trusted': 'not-applicable',
      'engine-tls-ciphers': 'not-applicable',
      'engine-tls-key-strength': 'not-applicable',
      'engine-tls-version': 'not-applicable',
    });

    // From elsewhere: what is seen is seen, and what may be beside it is a gap.
    const outside = await read(`tcp://127.0.0.1:${port}`, {}, '/nonexistent');
    expect(outside.facts['listeners']).toMatchObject([{ port, tls: 'none' }, null]);
    expect(outside.gaps.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/listeners/0/allInterfaces', '/listeners/1']),
    );
    expect(outside.sources?.['/listeners']).toMatchObject({ kind: 'probe' });
    expect(statuses(outside, tcpControls)).toMatchObject({
      'engine-tcp-address': 'unknown',
      'engine-tcp-mutual-tls': 'fail',
      'engine-tls-version': 'unknown',
    });
  });

  const serverTls = async (certificate: ServerCertificate) => {
    const certificates = await makeCertificates(temporaryRoot(), certificate);
    const port = await freePort();
    const flags = ['--tls', '--tlsverify=false', ...flagsOf(certificates)];
    const { socket } = await start(`--host=tcp://127.0.0.1:${port}`, ...flags);
    return { port, socket };
  };

  it('with TLS that lets everybody in, and an RSA key of 1024 bits that ended years ago', async () => {
    const { socket } = await serverTls({
      key: ['-newkey', 'rsa:1024'],
      dates: ['20200101000000Z', '20210101000000Z'],
    });
    const engine = await read(`unix://${socket}`);
    expect(engine.gaps).toEqual([]);
    expect(engine.facts['listeners']).toMatchObject([
      {
        tls: 'server',
        handshake: {
          versions: ['TLSv1.2', 'TLSv1.3'],
          certificates: [{ keyType: 'rsa', keyBits: 1024, notAfter: '2021-01-01T00:00:00.000Z' }],
          clientAuthorities: null,
        },
      },
    ]);
    expect(statuses(engine, tcpControls)).toMatchObject({
      'engine-tcp-mutual-tls': 'fail',
      'engine-tls-certificate-lifetime': 'fail',
      'engine-tls-certificate-trusted': 'pass',
      'engine-tls-key-strength': 'fail',
      'engine-tls-version': 'pass',
    });
  });

  it('with a certificate for another address', async () => {
    const { socket } = await serverTls({ names: 'IP:192.0.2.1' });
    expect(statuses(await read(`unix://${socket}`), tcpControls)).toMatchObject({
      'engine-tls-certificate-trusted': 'fail',
      'engine-tls-key-strength': 'pass',
    });
  });
});

describeWithRoot('mutual TLS on all interfaces, and a Swarm', ['dockerd', 'openssl'], () => {
  let engine: TestEngine;
  let certificates: Certificates;
  let port: number;
  let control: number;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'plimsoll-tls-'));
    certificates = await makeCertificates(folder);
    [port, control] = [await freePort(), await freePort()];
    // The engine reads its authority from a relative path, which begins in its working directory.
    const authority = `--tlscacert=${relative(process.cwd(), certificates.server.ca)}`;
    const flags = [...flagsOf(certificates), authority];
    engine = await startEngine({
      flags: [`--host=tcp://0.0.0.0:${port}`, '--tlsverify', ...flags],
    });
    const listen = `--listen-addr=127.0.0.1:${control}`;
    await engine.docker('swarm', 'init', '--advertise-addr=127.0.0.1', listen);
  });
  afterAll(async () => {
    await engine?.stop();
    rmSync(folder, { recursive: true });
  });

  it('asks for certificates of the authority that it was given', async () => {
    const subject = await read(`unix://${engine.socket}`);
    expect(subject.gaps).toEqual([]);
    expect(subject.facts['listeners']).toMatchObject([
      {
        port,
        allInterfaces: true,
        tls: 'mutual',
        handshake: {
          versions: ['TLSv1.2', 'TLSv1.3'],
          certificates: [{ subject: 'CN=server', anchor: 'own', keyBits: 256 }],
          clientAuthorities: ['CN=test authority'],
        },
      },
    ]);
    expect(statuses(subject, tcpControls)).toMatchObject({
      'engine-tcp-address': 'fail',
      'engine-tcp-mutual-tls': 'pass',
      // A month is what it was made for.
      'engine-tls-certificate-lifetime': 'fail',
      'engine-tls-certificate-trusted': 'pass',
      'engine-tls-key-strength': 'pass',
      'engine-tls-version': 'pass',
    });
  });

  it('does not judge by an authority that has gone meanwhile', async () => {
    const { ca } = certificates.server;
    renameSync(ca, `${ca}.gone`);
    onTestFinished(() => renameSync(`${ca}.gone`, ca));
    const subject = await read(`unix://${engine.socket}`);
    expect(subject.gaps).toMatchObject([
      { path: '/listeners/0/handshake/certificates/0/anchor', reason: 'unavailable' },
    ]);
    expect(statuses(subject, /^engine-tls-certificate-trusted$/)).toEqual({
      'engine-tls-certificate-trusted': 'unknown',
    });
  });

  it('is known from elsewhere by the authority that whoever scans was given', async () => {
    const env = { DOCKER_TLS_VERIFY: '1', ...certificates.clientEnvironment };
    const subject = await read(`tcp://localhost:${port}`, env, '/nonexistent');
    expect(subject.facts['listeners']).toMatchObject([
      {
        address: 'localhost',
        port,
        tls: 'mutual',
        handshake: { certificates: [{ anchor: 'own' }], clientAuthorities: ['CN=test authority'] },
      },
      null,
    ]);
    expect(statuses(subject, tcpControls)).toMatchObject({
      'engine-tcp-address': 'unknown',
      'engine-tcp-mutual-tls': 'unknown',
    });
  });

  it('serves its nodes over TLS with the certificate of its own authority', async () => {
    const swarm = await read(`unix://${engine.socket}`, {}, undefined, 'swarm');
    expect(swarm.facts['controlPort']).toMatchObject({
      address: '127.0.0.1',
      port: control,
      handshake: {
        versions: ['TLSv1.2', 'TLSv1.3'],
        certificates: [{ issuer: 'CN=swarm-ca', role: 'server', anchor: 'own' }],
        clientAuthorities: ['CN=swarm-ca'],
      },
    });
    expect(statuses(swarm, /^swarm-control-port-tls$/)).toEqual({
      'swarm-control-port-tls': 'pass',
    });
  });
});
