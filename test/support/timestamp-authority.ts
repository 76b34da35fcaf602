import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A time-stamp authority that runs, and how it can be reached and trusted. */
export interface TimestampAuthority {
  readonly url: string;
  /** Path of its CA's certificate, PEM. */
  readonly ca: string;
  readonly server: Server;
}

/** What is unusual about an authority. */
export interface Unusual {
  /** Key of both certificates, as openssl req names it; on the curve P-256 unless told. */
  readonly key?: readonly string[];
  /** What is sent in place of the answer. */
  readonly change?: (answer: Buffer) => Buffer;
  /** Lines of the settings of openssl ts, after those that it needs. */
  readonly settings?: string;
}

const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];

/** Makes a CA and an authority under it with openssl below `folder`, and serves `openssl ts -reply` over HTTP. */
export async function startTimestampAuthority(
  folder: string,
  { key = curve, change = (answer) => answer, settings = '' }: Unusual = {},
): Promise<TimestampAuthority> {
  await mkdir(folder, { recursive: true });
  const at = (name: string): string => join(folder, name);
  const openssl = (...args: readonly string[]): Promise<unknown> =>
    run('openssl', args, { cwd: folder });
  await openssl(
    ...['req', '-x509', '-nodes', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '30'],
    ...['-subj', '/O=Test/CN=Test CA'],
  );
  await openssl(
    ...['req', '-nodes', ...key, '-keyout', 'tsa.key', '-out', 'tsa.csr'],
    ...['-subj', '/O=Test/CN=Test time-stamps'],
  );
  await writeFile(at('tsa.ext'), 'extendedKeyUsage=critical,timeStamping\n');
  await openssl(
    ...['x509', '-req', '-in', 'tsa.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-days', '30'],
    ...['-CAcreateserial', '-extfile', 'tsa.ext', '-out', 'tsa.pem'],
  );
  await writeFile(
    at('ts.cnf'),
    `[tsa]
default_tsa = here
[here]
serial = ${at('serial')}
crypto_device = builtin
signer_cert = ${at('tsa.pem')}
signer_key = ${at('tsa.key')}
certs = ${at('ca.pem')}
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
${settings}
`,
  );
  let count = 0;
  const reply = async (query: Buffer): Promise<Buffer> => {
    count += 1;
    const [asked, answered] = [`${count}.tsq`, `${count}.tsr`];
    await writeFile(at(asked), query);
    await openssl('ts', '-reply', '-config', 'ts.cnf', '-queryfile', asked, '-out', answered);
    return change(await readFile(at(answered)));
  };
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      reply(Buffer.concat(pieces)).then(
        (answer) => response.setHeader('content-type', 'application/timestamp-reply').end(answer),
        (error: unknown) => {
          response.statusCode = 500;
          response.end(String(error));
        },
      );
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/tsa`, ca: at('ca.pem'), server };
}
