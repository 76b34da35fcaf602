import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createTcpServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type TlsOptions } from 'node:tls';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientHello } from '../../../src/syntax/tls/client-hello.ts';
import { probeTls } from '../../../src/collectors/tls/probe-tls.ts';
import { readAnswer } from '../../../src/syntax/tls/server-answer.ts';
import { makeCertificates, type Certificates } from '../../support/certificates.ts';
import { listen } from '../../support/listen.ts';
import { describeWithRoot } from '../../support/needs.ts';

const host = '127.0.0.1';
const silently = (socket: Socket): unknown => socket.on('error', () => undefined);

describeWithRoot('what a server agrees to', ['openssl'], () => {
  let elliptic: Certificates;
  let rsa: Certificates;
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-tls-'));
  beforeAll(async () => {
    elliptic = await makeCertificates(join(folder, 'elliptic'));
    rsa = await makeCertificates(join(folder, 'rsa'), { key: ['-newkey', 'rsa:2048'] });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const probe = async (options: TlsOptions, { server }: Certificates = rsa) => {
    const files = { cert: readFileSync(server.cert), key: readFileSync(server.key) };
    const port = await listen(createServer({ ...files, ...options }).on('connection', silently));
    const found = await probeTls({ host, port });
    expect(found?.unfinished).toBeNull();
    return {
      versions: [...new Set(found?.agreements.map(({ version }) => version))],
      suites: [...new Set(found?.agreements.map(({ suite }) => suite))],
      agreements: found?.agreements ?? [],
    };
  };

  test.each(['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const)('%s alone', async (version) => {
    const ciphers = 'DEFAULT@SECLEVEL=0';
    const { versions } = await probe({ minVersion: version, maxVersion: version, ciphers });
    expect(versions).toEqual([version]);
  });

  test('every version from TLS 1.0 on', async () => {
    const { versions } = await probe({ minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' });
    expect(versions).toEqual(['TLSv1.3', 'TLSv1.2', 'TLSv1.1', 'TLSv1']);
  });

  test('each suite that it has, and no other', async () => {
    const maxVersion = 'TLSv1.2';
    const ciphers = 'ECDHE-RSA-AES128-SHA:AES256-GCM-SHA384:NULL-SHA256:DHE-RSA-AES128-SHA256';
    const dhparam = 'auto';
    const { suites, agreements } = await probe({
      maxVersion,
      dhparam,
      ciphers: `${ciphers}:@SECLEVEL=0`,
    });
    expect(suites.toSorted()).toEqual([
      'TLS_DHE_RSA_WITH_AES_128_CBC_SHA256',
      'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA',
      'TLS_RSA_WITH_AES_256_GCM_SHA384',
      'TLS_RSA_WITH_NULL_SHA256',
    ]);
    const exchange = (name: string) => agreements.find(({ suite }) => suite === name)?.exchange;
    expect(exchange('TLS_DHE_RSA_WITH_AES_128_CBC_SHA256')).toEqual({ group: '', bits: 2048 });
    expect(exchange('TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA')).toEqual({ group: 'x25519', bits: 255 });
    expect(exchange('TLS_RSA_WITH_NULL_SHA256')).toBeNull();
  });

  test('suites that show no certificate', async () => {
    const ciphers = 'AECDH-AES128-SHA:AECDH-NULL-SHA:@SECLEVEL=0';
    const { suites, agreements } = await probe({ maxVersion: 'TLSv1.2', ciphers });
    expect(suites.toSorted()).toEqual([
      'TLS_ECDH_anon_WITH_AES_128_CBC_SHA',
      'TLS_ECDH_anon_WITH_NULL_SHA',
    ]);
    expect(agreements.every(({ chain }) => chain?.length === 0)).toBe(true);
  });

  test('a certificate on a curve, and whose client certificates are wanted', async () => {
    const ca = readFileSync(elliptic.server.ca);
    const options = { ca, requestCert: true, maxVersion: 'TLSv1.2' } as const;
    const { agreements } = await probe(options, elliptic);
    expect(agreements[0]?.clientAuthorities).toHaveLength(1);
    expect(agreements[0]?.chain?.[0]?.length).toBeGreaterThan(100);
    const asked = await probe({ maxVersion: 'TLSv1.2' }, elliptic);
    expect(asked.agreements[0]?.clientAuthorities).toBe('none');
  });
});

test('RC4, which OpenSSL speaks no more, as GnuTLS answered it', () => {
  const path = new URL('../../fixtures/gnutls-rc4.base64', import.meta.url);
  const answer = Buffer.from(readFileSync(path, 'utf8'), 'base64');
  expect(readAnswer(answer, false)).toMatchObject({
    kind: 'agreed',
    agreement: {
      version: 'TLSv1',
      suite: 'TLS_ECDHE_ECDSA_WITH_RC4_128_SHA',
      exchange: { group: 'secp256r1', bits: 256 },
      clientAuthorities: [],
    },
  });
  // As long as not all has come, nothing is said.
  for (let length = 0; length < answer.length; length += 1) {
    expect(readAnswer(answer.subarray(0, length), false)).toBeUndefined();
  }
});

test('what speaks no TLS, hangs up or says nothing', async () => {
  const http = createTcpServer((socket) => {
    silently(socket);
    socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
  });
  expect(await probeTls({ host, port: await listen(http) })).toBeNull();
  const rude = createTcpServer((socket) => socket.destroy());
  expect(await probeTls({ host, port: await listen(rude) })).toBeNull();
  const mute = createTcpServer(silently);
  expect(await probeTls({ host, port: await listen(mute) })).toEqual({
    agreements: [],
    unfinished: {
      reason: 'timeout',
      why: { en: 'it did not answer in time', zh: '未在限定时间内应答' },
    },
  });
  const closed = createTcpServer();
  const port = await listen(closed);
  closed.close();
  const refused = await probeTls({ host, port });
  expect(refused).toMatchObject({ agreements: [], unfinished: { reason: 'unavailable' } });
  expect(JSON.stringify(refused)).toContain('ECONNREFUSED');
});

test('a server that refuses everything speaks TLS all the same', async () => {
  const alert = Buffer.from('15030300020228', 'hex');
  const server = createTcpServer((socket) => {
    silently(socket);
    socket.end(alert);
  });
  const found = await probeTls({ host, port: await listen(server) });
  expect(found).toEqual({ agreements: [], unfinished: null });
});

test('a server that chooses what was not offered is not asked for ever', async () => {
  const path = new URL('../../fixtures/gnutls-rc4.base64', import.meta.url);
  const answer = Buffer.from(readFileSync(path, 'utf8'), 'base64');
  const server = createTcpServer((socket) => {
    silently(socket);
    socket.end(answer);
  });
  const found = await probeTls({ host, port: await listen(server) });
  expect(found?.unfinished).toMatchObject({
    reason: 'malformed',
    why: { en: 'it chose what it was not offered' },
  });
});

test('no answer makes it throw', () => {
  const record = fc
    .tuple(fc.constantFrom(21, 22, 23), fc.uint8Array({ maxLength: 80 }))
    .map(([type, body]) => Buffer.from([type, 3, 3, 0, body.length, ...body]));
  const bytes = fc.oneof(
    record,
    fc.array(record, { maxLength: 3 }).map((each) => Buffer.concat(each)),
    fc.uint8Array({ maxLength: 80 }).map((each) => Buffer.from(each)),
  );
  fc.assert(
    fc.property(bytes, fc.boolean(), (any, ended) => {
      const answer = readAnswer(any, ended);
      expect(ended && answer === undefined).toBe(false);
    }),
  );
});

test('a greeting carries the name of the server, and none where it has only an address', () => {
  const offer = { version: 'TLSv1.3', suites: [0x1301] } as const;
  expect(clientHello({ ...offer, serverName: 'engine.example' }).toString('latin1')).toContain(
    'engine.example',
  );
  expect(clientHello({ version: 'SSLv3', suites: [5] }).readUInt16BE(9)).toBe(0x0300);
});
