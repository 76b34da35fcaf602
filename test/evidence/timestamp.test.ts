import { inEnglish } from '../support/in-english.ts';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildBundle } from '../../src/evidence/bundle/build-bundle.ts';
import { writeContainer } from '../../src/evidence/zip/write-zip.ts';
import { openBundle } from '../../src/evidence/bundle/open-bundle.ts';
import { keySigner } from '../../src/evidence/signing/signer.ts';
import { tags, writeValue } from '../../src/syntax/der/der.ts';
import { readResponse, readToken } from '../../src/evidence/timestamp/read-response.ts';
import { timestampAuthority } from '../../src/evidence/timestamp/request-timestamp.ts';
import { readTimestamp } from '../../src/evidence/timestamp/verify-timestamp.ts';
import { verifyBundle } from '../../src/evidence/bundle/verify-bundle.ts';
import { newKeys, sampleBundle } from '../fixtures/bundle.ts';
import { listen } from '../support/listen.ts';
import { describeWithPrograms } from '../support/needs.ts';
import { refusalOf } from '../support/refusal.ts';
import {
  startTimestampAuthority,
  type TimestampAuthority,
  type Unusual,
} from '../support/timestamp-authority.ts';

const stamps = 'manifest.tsr';
const keys = newKeys.Ed25519();
const running: TimestampAuthority[] = [];
let folder = '';
let authority: TimestampAuthority;
let ca = '';
let bundle: Uint8Array;

const start = async (unusual: Unusual = {}): Promise<TimestampAuthority> => {
  const started = await startTimestampAuthority(join(folder, `${running.length}`), unusual);
  running.push(started);
  return started;
};

const stampedBy = (url: string): Promise<Uint8Array> =>
  buildBundle(sampleBundle, keySigner(keys.privateKey), timestampAuthority(url));

/** The bundle with another time-stamp, in a container that is written as it should be. */
const withStamp = (change: (stamp: Uint8Array) => Uint8Array | undefined): Uint8Array =>
  writeContainer(
    verifyBundle(bundle).entries.flatMap((entry) => {
      if (entry.path !== stamps) return [entry];
      const bytes = change(entry.bytes);
      return bytes ? [{ path: stamps, bytes }] : [];
    }),
  );

const stampOf = (stamped: Uint8Array): Uint8Array =>
  openBundle(stamped).read(stamps) ?? Buffer.of();

describeWithPrograms('a time-stamp', ['openssl'], () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plimsoll-timestamp-'));
    authority = await start();
    ca = await readFile(authority.ca, 'utf8');
    bundle = await stampedBy(authority.url);
  }, 60_000);

  afterAll(async () => {
    for (const { server } of running) server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is the last entry, and says time and authority', () => {
    const found = verifyBundle(bundle, keys.publicKey, ca);
    expect(found.entries.at(-1)?.path).toBe(stamps);
    expect(found.problems).toEqual([]);
    expect(found.timestamp?.chain).toBe('valid');
    expect(found.timestamp?.authority).toBe('O=Test, CN=Test time-stamps');
    expect(found.timestamp?.time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(verifyBundle(bundle).timestamp?.chain).toBe('unchecked');
  });

  it('is one that openssl accepts, over the signature', async () => {
    const { read } = openBundle(bundle);
    for (const name of [stamps, 'manifest.dsse.json']) {
      await writeFile(join(folder, name), read(name) ?? Buffer.of());
    }
    const verify = ['ts', '-verify', '-in', stamps, '-data', 'manifest.dsse.json'];
    const { stdout, stderr } = await promisify(execFile)(
      'openssl',
      [...verify, '-CAfile', authority.ca],
      { cwd: folder },
    );
    expect(`${stdout}${stderr}`).toContain('Verification: OK');
  });

  it('is over the manifest where nobody signed', async () => {
    const unsigned = await buildBundle(sampleBundle, undefined, timestampAuthority(authority.url));
    const found = verifyBundle(unsigned, undefined, ca);
    expect(found).toMatchObject({ intact: true, signature: 'absent' });
    const manifest = openBundle(unsigned).read('manifest.json') ?? Buffer.of();
    expect(readTimestamp(stampOf(unsigned), manifest, ca).chain).toBe('valid');
  });

  it.each([
    ['RSA', ['-newkey', 'rsa:2048']],
    ['ECDSA on P-384', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:secp384r1']],
  ])('is read with %s', async (_, key) => {
    const { url, ca: its } = await start({ key, settings: 'ess_cert_id_alg = sha1' });
    const stamped = await stampedBy(url);
    expect(verifyBundle(stamped, undefined, await readFile(its, 'utf8')).problems).toEqual([]);
  });

  it('that is missing is reported', () => {
    const none = withStamp(() => undefined);
    const removed = {
      path: stamps,
      message: inEnglish('Missing: the bundle was sealed with this file.'),
    };
    expect(verifyBundle(none).problems).toEqual([removed]);
    expect(verifyBundle(none, undefined, ca).problems).toEqual([
      removed,
      { path: stamps, message: inEnglish('There is no time-stamp.') },
    ]);
  });

  it('of another bundle is refused', async () => {
    const other = stampOf(
      await buildBundle(
        { ...sampleBundle, attachments: [] },
        undefined,
        timestampAuthority(authority.url),
      ),
    );
    expect(verifyBundle(withStamp(() => other)).problems).toEqual([
      { path: stamps, message: inEnglish('A time-stamp of other content.') },
    ]);
  });

  it('of another authority is refused where one is named', async () => {
    const other = await start();
    const { problems, timestamp } = verifyBundle(
      bundle,
      undefined,
      await readFile(other.ca, 'utf8'),
    );
    expect(problems).toEqual([
      {
        path: stamps,
        message: inEnglish('The certificate does not chain to the named authority.'),
      },
    ]);
    expect(timestamp).toBeUndefined();
    expect(() => verifyBundle(bundle, undefined, 'nothing')).toThrow(
      expect.objectContaining({ code: 'key-invalid' }),
    );
  });

  it('with another time in it is refused', () => {
    const changed = withStamp((stamp) => {
      const bytes = Buffer.from(stamp);
      const at = /\d{14}Z/.exec(bytes.toString('latin1'))?.index ?? 0;
      bytes.write('2001', at, 'latin1');
      return bytes;
    });
    expect(verifyBundle(changed).problems).toEqual([
      { path: stamps, message: inEnglish('The content is not what was signed.') },
    ]);
  });

  it('with another signature is refused', () => {
    const changed = withStamp((stamp) => {
      const bytes = Buffer.from(stamp);
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      return bytes;
    });
    expect(verifyBundle(changed).problems).toEqual([
      { path: stamps, message: inEnglish('The signature is not valid.') },
    ]);
  });

  it('by a certificate of another purpose is refused', async () => {
    const { token } = readResponse(stampOf(bundle));
    if (!token) throw new Error('There is no token.');
    await writeFile(join(folder, 'content'), readToken(token).content);
    const openssl = (...args: readonly string[]) =>
      promisify(execFile)('openssl', args, { cwd: folder });
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
    const sign = async (name: string, usage: string): Promise<Uint8Array> => {
      await openssl(
        ...['req', '-x509', '-nodes', ...curve, '-keyout', 'other.key', '-out', `${name}.pem`],
        ...['-subj', '/CN=Other', '-addext', `extendedKeyUsage=${usage}`],
      );
      await openssl(
        ...['cms', '-sign', '-binary', '-nodetach', '-cades', '-in', 'content', '-md', 'sha256'],
        ...['-econtent_type', '1.2.840.113549.1.9.16.1.4', '-signer', `${name}.pem`],
        ...['-inkey', 'other.key', '-outform', 'DER', '-out', `${name}.der`],
      );
      const granted = writeValue(tags.sequence, writeValue(tags.integer, Buffer.of(0)));
      const made = await readFile(join(folder, `${name}.der`));
      return writeValue(tags.sequence, granted, made);
    };
    const right = await sign('right', 'critical,timeStamping');
    expect(verifyBundle(withStamp(() => right)).problems).toEqual([]);
    const wrong = await sign('wrong', 'critical,timeStamping,codeSigning');
    expect(verifyBundle(withStamp(() => wrong)).problems).toEqual([
      { path: stamps, message: inEnglish('The signing certificate is not for time-stamps.') },
    ]);
  });

  it('that was changed anywhere gives no other time and no other authority', () => {
    const stamp = stampOf(bundle);
    const signed = openBundle(bundle).read('manifest.dsse.json') ?? Buffer.of();
    const right = readTimestamp(stamp, signed, ca);
    fc.assert(
      fc.property(
        fc.nat({ max: stamp.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (position, flip) => {
          const changed = Uint8Array.from(stamp);
          changed[position] = (changed[position] ?? 0) ^ flip;
          try {
            // What is not signed, such as a further certificate, may differ and says nothing.
            expect(readTimestamp(changed, signed, ca)).toEqual(right);
          } catch (error) {
            expect(error).toMatchObject({ code: 'invalid' });
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('that is no such thing is refused, whatever it is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(200), (bytes, keep) => {
        const noise = Buffer.concat([stampOf(bundle).subarray(0, keep), bytes]);
        expect(() => readTimestamp(noise, bytes)).toThrow(
          expect.objectContaining({ code: 'invalid' }),
        );
      }),
      { numRuns: 500 },
    );
  });

  const troubles: Readonly<Record<string, readonly [Unusual, RegExp]>> = {
    'answers garbage': [
      { change: () => Buffer.from('<html>') },
      /is not a time-stamp for this request/,
    ],
    'answers too much': [{ change: () => Buffer.alloc(300_000) }, /more than a time-stamp/],
    'does not take our hash': [{ settings: 'digests = sha512' }, /refused.*status 2/],
  };
  it.each(Object.entries(troubles))(
    'is not taken from an authority that %s',
    async (_, [unusual, message]) => {
      const { url } = await start(unusual);
      const refusal = await refusalOf(() => stampedBy(url));
      expect(refusal.code).toBe('timestamp-failed');
      expect(refusal.message).toMatch(message);
      expect(refusal.hint).toContain('--timestamp-url');
    },
  );

  it('is not taken from an authority that repeats an older answer', async () => {
    const server = createServer((_, response) => response.end(stampOf(bundle)));
    const port = await listen(server);
    const refusal = await refusalOf(() => stampedBy(`http://127.0.0.1:${port}/`));
    expect(refusal.code).toBe('timestamp-failed');
    expect(refusal.message).toContain('answered to another request');
  });

  it('is not waited for from what wishes to speak another protocol', async () => {
    const server = createServer(({ socket }) =>
      socket.end('HTTP/1.1 101 Switching\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n'),
    );
    const port = await listen(server);
    await expect(
      timestampAuthority(`http://127.0.0.1:${port}/`).stamp(Buffer.from('x')),
    ).rejects.toMatchObject({
      code: 'timestamp-failed',
      message: expect.stringContaining('answered in another protocol') as string,
    });
  });

  it('is not taken from nobody, and a password in the URL is not told', async () => {
    const server = createServer();
    const port = await listen(server);
    server.close();
    const refusal = await refusalOf(() => stampedBy(`http://me:hunter2@127.0.0.1:${port}/`));
    expect(refusal.code).toBe('timestamp-failed');
    expect(refusal.message).toMatch(/^(?!.*hunter2).*could not be reached/s);
    expect(() => timestampAuthority('ldap://tsa')).toThrow(
      expect.objectContaining({ code: 'option-invalid' }),
    );
  });
});
