import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Paths of one side's certificate, key and authority, PEM. */
export interface CertificateFiles {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

/** A small authority with a server and a client. */
export interface Certificates {
  readonly server: CertificateFiles;
  readonly client: CertificateFiles;
  /** The client's side as the docker command line wants it: a folder with ca.pem, cert.pem and key.pem. */
  readonly clientEnvironment: { readonly DOCKER_CERT_PATH: string };
}

/** What is unusual about a server's certificate. */
export interface ServerCertificate {
  /** Kind of key as openssl req names it; on the curve P-256 unless told. */
  readonly key?: readonly string[];
  /** When it begins and ends, as `20200101000000Z`; 30 days from now unless told. */
  readonly dates?: readonly [from: string, to: string];
  /** Whom it is for; 127.0.0.1 and localhost unless told, `''` for nobody. */
  readonly names?: string;
  /** `-sha256`, unless told. */
  readonly digest?: string;
}

const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];

/** Makes an authority, a certificate for 127.0.0.1 and one for a client, with openssl, below `folder`. */
export async function makeCertificates(
  folder: string,
  {
    key: kind = curve,
    dates,
    names = 'IP:127.0.0.1,DNS:localhost',
    digest = '-sha256',
  }: ServerCertificate = {},
): Promise<Certificates> {
  const at = (...parts: readonly string[]): string => join(folder, 'tls', ...parts);
  await mkdir(at('client'), { recursive: true });
  const ca = at('ca.pem');
  const caKey = at('ca-key.pem');
  const request = ['req', '-nodes'];
  await run('openssl', [
    ...[...request, '-x509', ...curve, '-keyout', caKey, '-out', ca],
    ...['-days', '30', '-subj', '/CN=test authority'],
  ]);
  const server = { ca, cert: at('server.pem'), key: at('server-key.pem') };
  const client = {
    ca: at('client', 'ca.pem'),
    cert: at('client', 'cert.pem'),
    key: at('client', 'key.pem'),
  };
  const issue = async (
    name: string,
    extensions: string,
    { cert, key }: CertificateFiles,
    newKey: readonly string[],
    options: readonly string[],
  ): Promise<void> => {
    const settings = at(`${name}.ext`);
    const csr = at(`${name}.csr`);
    await writeFile(settings, extensions);
    await run('openssl', [
      ...request,
      ...newKey,
      ...['-keyout', key, '-out', csr, '-subj', `/CN=${name}`],
    ]);
    await run('openssl', [
      ...['x509', '-req', '-in', csr, '-CA', ca, '-CAkey', caKey, '-CAcreateserial'],
      ...['-out', cert, '-extfile', settings, ...options],
    ]);
  };
  const named = names === '' ? '' : `subjectAltName=${names}\n`;
  const lasting = dates ? ['-not_before', dates[0], '-not_after', dates[1]] : ['-days', '30'];
  await issue('server', `${named}extendedKeyUsage=serverAuth\n`, server, kind, [
    digest,
    ...lasting,
  ]);
  await issue('client', 'extendedKeyUsage=clientAuth\n', client, curve, ['-days', '30']);
  await run('cp', [ca, client.ca]);
  return { server, client, clientEnvironment: { DOCKER_CERT_PATH: at('client') } };
}
