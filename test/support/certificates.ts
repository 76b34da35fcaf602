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

/** Makes an authority, a certificate for 127.0.0.1 and one for a client, with openssl, below `folder`. */
export async function makeCertificates(folder: string): Promise<Certificates> {
  const at = (...names: readonly string[]): string => join(folder, 'tls', ...names);
  await mkdir(at('client'), { recursive: true });
  const ca = at('ca.pem');
  const caKey = at('ca-key.pem');
  await run('openssl', [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-keyout',
    caKey,
    '-out',
    ca,
    '-days',
    '30',
    '-subj',
    '/CN=test authority',
  ]);
  const issue = async (
    name: string,
    extensions: string,
    cert: string,
    key: string,
  ): Promise<void> => {
    const request = at(`${name}.csr`);
    const settings = at(`${name}.ext`);
    await writeFile(settings, extensions);
    await run('openssl', [
      'req',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-keyout',
      key,
      '-out',
      request,
      '-subj',
      `/CN=${name}`,
    ]);
    await run('openssl', [
      'x509',
      '-req',
      '-in',
      request,
      '-CA',
      ca,
      '-CAkey',
      caKey,
      '-CAcreateserial',
      '-out',
      cert,
      '-days',
      '30',
      '-extfile',
      settings,
    ]);
  };
  const server = { ca, cert: at('server.pem'), key: at('server-key.pem') };
  const client = {
    ca: at('client', 'ca.pem'),
    cert: at('client', 'cert.pem'),
    key: at('client', 'key.pem'),
  };
  await issue(
    'server',
    'subjectAltName=IP:127.0.0.1,DNS:localhost\nextendedKeyUsage=serverAuth\n',
    server.cert,
    server.key,
  );
  await issue('client', 'extendedKeyUsage=clientAuth\n', client.cert, client.key);
  await run('cp', [ca, client.ca]);
  return { server, client, clientEnvironment: { DOCKER_CERT_PATH: at('client') } };
}
