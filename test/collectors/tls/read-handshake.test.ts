import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { connect, createServer as createTcpServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createServer, type TlsOptions } from 'node:tls';
import { expect, test } from 'vitest';
import { settle } from '../../../src/collectors/gathering/partial-facts.ts';
import { parsePem } from '../../../src/syntax/certificate/pem.ts';
import { readHandshake, type Authorities } from '../../../src/collectors/tls/read-handshake.ts';
import { misfits } from '../../../src/core/snapshot/hold-to-schema.ts';
import { engine } from '../../../src/core/subjects/engine.ts';
import { compliantEngine, compliantListener } from '../../fixtures/engine.ts';
import { makeCertificates } from '../../support/certificates.ts';
import { subjectOf } from '../../support/judge.ts';
import { listen } from '../../support/listen.ts';
import { describeWithRoot } from '../../support/needs.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

const run = promisify(execFile);
const host = '127.0.0.1';
const source = { kind: 'file', path: '/etc/docker/ca.pem' } as const;
const given = (...paths: readonly string[]): Authorities => ({
  value: paths.flatMap((path) => parsePem(readFileSync(path, 'utf8'))),
  source,
});

/** What is told of a server, held to the schema of an engine's facts. */
async function tell(port: number, own: Authorities = given()) {
  const handshake = await readHandshake({ host, port }, own);
  const { facts, gaps } = settle({ handshake });
  const listeners = [{ ...compliantListener, ...facts }];
  const placed = gaps.map((gap) => ({ ...gap, path: `/listeners/0${gap.path}` }));
  const subject = subjectOf('engine', { ...compliantEngine, listeners }, { gaps: placed });
  expect(misfits(engine, subject)).toEqual([]);
  return { handshake: facts['handshake'], gaps: gaps.map(({ path, reason }) => [path, reason]) };
}

async function serve(options: TlsOptions): Promise<number> {
  const server = createServer({ ciphers: 'DEFAULT@SECLEVEL=0', ...options });
  return listen(server.on('connection', (socket: Socket) => socket.on('error', () => undefined)));
}

const files = ({ cert, key }: { cert: string; key: string }) => ({
  cert: readFileSync(cert),
  key: readFileSync(key),
});

describeWithRoot('what is told of a handshake', ['openssl'], () => {
  test('a certificate in order, below the authority that was given', async () => {
    const { server } = await makeCertificates(temporaryRoot());
    const ca = readFileSync(server.ca);
    const port = await serve({ ...files(server), ca, requestCert: true });
    const { handshake, gaps } = await tell(port, given(server.ca));
    expect(gaps).toEqual([]);
    expect(handshake).toMatchObject({
      versions: ['TLSv1.2', 'TLSv1.3'],
      clientAuthorities: ['CN=test authority'],
      certificates: [
        {
          subject: 'CN=server',
          issuer: 'CN=test authority',
          names: ['IP:127.0.0.1', 'DNS:localhost'],
          keyType: 'ec',
          keyBits: 256,
          signature: 'ECDSA-SHA-256',
          signatureHash: 'SHA-256',
          selfSigned: false,
          role: 'server',
          anchor: 'own',
        },
        // OpenSSL sends the authority along where it knows it.
        { subject: 'CN=test authority', selfSigned: true, role: 'authority', anchor: 'own' },
      ],
    });
    expect(handshake).toHaveProperty(
      'ciphers',
      expect.arrayContaining([
        {
          name: 'TLS_AES_256_GCM_SHA384',
          forwardSecrecy: true,
          aead: true,
          authenticated: true,
          keyBits: 256,
          exchangeGroup: 'x25519',
          exchangeBits: 255,
        },
        {
          name: 'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256',
          forwardSecrecy: true,
          aead: false,
          authenticated: true,
          keyBits: 128,
          exchangeGroup: expect.any(String) as string,
          exchangeBits: expect.any(Number) as number,
        },
      ]) as unknown,
    );
  });

  test('a weak key, a weak hash, a time that has passed, and no names', async () => {
    const { server } = await makeCertificates(temporaryRoot(), {
      key: ['-newkey', 'rsa:1024'],
      digest: '-sha1',
      dates: ['20200101000000Z', '20210101000000Z'],
      names: '',
    });
    const { handshake } = await tell(await serve(files(server)), given(server.ca));
    expect(handshake).toMatchObject({
      certificates: [
        {
          names: [],
          notBefore: '2020-01-01T00:00:00.000Z',
          notAfter: '2021-01-01T00:00:00.000Z',
          keyType: 'rsa',
          keyBits: 1024,
          signature: 'ECDSA-SHA-1',
          signatureHash: 'SHA-1',
        },
      ],
      clientAuthorities: null,
    });
  });

  test('TLS 1.3 alone: certificates are read, and whose clients it wants stays hidden', async () => {
    const { server } = await makeCertificates(temporaryRoot(), { key: ['-newkey', 'rsa:1024'] });
    const port = await serve({ ...files(server), minVersion: 'TLSv1.3' });
    const { handshake, gaps } = await tell(port, given(server.ca));
    expect(handshake).toMatchObject({
      versions: ['TLSv1.3'],
      certificates: [{ subject: 'CN=server', keyBits: 1024, role: 'server', anchor: 'own' }],
    });
    expect(gaps).toEqual([['/handshake/clientAuthorities', 'unsupported']]);
  });

  test('an authority that was not given, one that could not be read, and one’s own signature', async () => {
    const [one, other] = await Promise.all([
      makeCertificates(temporaryRoot()),
      makeCertificates(temporaryRoot()),
    ]);
    const port = await serve(files(one.server));
    expect((await tell(port, given(other.server.ca))).handshake).toMatchObject({
      certificates: [{ selfSigned: false, anchor: 'none' }],
    });
    const denied = { unread: { reason: 'denied', detail: 'no', source } } as const;
    expect((await tell(port, denied)).gaps).toEqual([
      ['/handshake/certificates/0/anchor', 'denied'],
    ]);
    const folder = temporaryRoot();
    const self = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
    const request = `req -x509 -newkey ed25519 -nodes -keyout ${self.key} -out ${self.cert}`;
    await run('openssl', [...request.split(' '), '-subj', '/O=One, Two/CN=self']);
    const alone = await serve(files(self));
    expect((await tell(alone)).handshake).toMatchObject({
      certificates: [
        {
          subject: 'O=One\\, Two, CN=self',
          selfSigned: true,
          anchor: 'none',
          keyType: 'ed25519',
          signature: 'Ed25519',
          signatureHash: '',
        },
      ],
    });
    expect((await tell(alone, given(self.cert))).handshake).toMatchObject({
      certificates: [{ selfSigned: true, anchor: 'own' }],
    });
  });

  test('a chain over an authority in between, which is shown as well', async () => {
    const folder = temporaryRoot();
    const at = (name: string): string => join(folder, name);
    const openssl = (words: string) => run('openssl', words.split(' '));
    const key = (name: string): string =>
      `-newkey ec -pkeyopt ec_paramgen_curve:secp384r1 -nodes -keyout ${at(`${name}.key`)} -subj /CN=${name}`;
    await openssl(`req -x509 ${key('root')} -out ${at('root.pem')}`);
    for (const [name, above, ca] of [
      ['middle', 'root', 'TRUE'],
      ['leaf', 'middle', 'FALSE'],
    ] as const) {
      const signed = `-CA ${at(`${above}.pem`)} -CAkey ${at(`${above}.key`)}`;
      await openssl(
        `req -x509 ${key(name)} -out ${at(`${name}.pem`)} ${signed} -addext basicConstraints=critical,CA:${ca}`,
      );
    }
    const cert = ['leaf.pem', 'middle.pem'].map((name) => readFileSync(at(name), 'utf8')).join('');
    const port = await serve({ cert, key: readFileSync(at('leaf.key')) });
    expect((await tell(port, given(at('root.pem')))).handshake).toMatchObject({
      certificates: [
        { subject: 'CN=leaf', role: 'server', anchor: 'own', keyBits: 384 },
        { subject: 'CN=middle', role: 'authority', anchor: 'own' },
      ],
    });
  });

  test('what was heard before a server fell silent stands in lists whose end is open', async () => {
    const { server } = await makeCertificates(temporaryRoot());
    const behind = await serve({ ...files(server), minVersion: 'TLSv1', maxVersion: 'TLSv1' });
    let greetings = 0;
    const relay = createTcpServer((socket) => {
      socket.on('error', () => undefined);
      greetings += 1;
      if (greetings > 3) return;
      const far = connect(behind, host);
      far.on('error', () => undefined);
      socket.pipe(far).pipe(socket);
    });
    const { handshake, gaps } = await tell(await listen(relay));
    expect(handshake).toMatchObject({ versions: ['TLSv1'] });
    expect(gaps).toContainEqual(['/handshake/versions/-', 'timeout']);
  });
});

test('a port that refuses is unavailable, and has not merely taken long', async () => {
  const closed = createTcpServer();
  const port = await listen(closed);
  closed.close();
  const { gaps } = await tell(port);
  expect(gaps).toEqual([['/handshake', 'unavailable']]);
});

test('what speaks no TLS has no handshake', async () => {
  const http = createTcpServer((socket) => {
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
  });
  expect(await readHandshake({ host, port: await listen(http) }, given())).toBeNull();
});
