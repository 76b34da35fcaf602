import { join } from 'node:path';
import { PlimsollError } from '../../../core/errors.ts';
import type { Environment, TlsMaterial } from './engine-address.ts';
import { dockerFolder, optionalText } from './docker-files.ts';
import { text } from '../../../core/text.ts';

/**
 * Reads the certificates in a folder, as `ca.pem`, `cert.pem` and `key.pem`; each may be missing, but a
 * certificate and its key only together.
 *
 * @throws PlimsollError `engine-tls` or `file-denied`
 */
export async function readTlsFolder(folder: string, verify: boolean): Promise<TlsMaterial> {
  const [ca, cert, key] = await Promise.all(
    ['ca.pem', 'cert.pem', 'key.pem'].map((name) => optionalText(join(folder, name))),
  );
  if ((cert === undefined) !== (key === undefined)) {
    throw new PlimsollError(
      'engine-tls',
      text(
        `${folder} has ${cert === undefined ? 'key.pem without cert.pem' : 'cert.pem without key.pem'}.`,
        `${folder} 中${cert === undefined ? '有 key.pem 而没有 cert.pem' : '有 cert.pem 而没有 key.pem'}。`,
      ),
      {
        hint: text(
          'Put the client certificate and its key there, both or neither.',
          '请将客户端证书及其密钥一并放入，或都不放。',
        ),
      },
    );
  }
  return {
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    verify,
  };
}

/**
 * What the docker command line would use for a TCP address: TLS when DOCKER_TLS_VERIFY or DOCKER_TLS is
 * set, with the certificates of DOCKER_CERT_PATH or else of its own folder.
 *
 * @throws PlimsollError `engine-tls` or `file-denied`
 */
export async function tlsOfEnvironment(
  env: Environment,
  home: string,
): Promise<TlsMaterial | null> {
  const verify = Boolean(env['DOCKER_TLS_VERIFY']);
  if (!verify && !env['DOCKER_TLS']) return null;
  const folder = env['DOCKER_CERT_PATH'] || dockerFolder(env, home);
  const material = await readTlsFolder(folder, verify);
  if (verify && material.ca === undefined) {
    throw new PlimsollError(
      'engine-tls',
      text(
        `DOCKER_TLS_VERIFY is set, but there is no ca.pem in ${folder}.`,
        `设置了 DOCKER_TLS_VERIFY，但 ${folder} 中没有 ca.pem。`,
      ),
      {
        hint: text(
          'Set DOCKER_CERT_PATH to the folder with ca.pem, cert.pem and key.pem.',
          '请将 DOCKER_CERT_PATH 设为含 ca.pem、cert.pem 和 key.pem 的文件夹。',
        ),
      },
    );
  }
  return material;
}
