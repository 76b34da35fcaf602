import { createPublicKey, type KeyObject } from 'node:crypto';
import { PlimsollError } from '../../core/errors.ts';
import { text } from '../../core/text.ts';
import { readOwnText } from '../files/read-text.ts';
import { pathFrom } from '../gathering/process-defaults.ts';

/**
 * Reads the public keys that are trusted to sign images.
 *
 * @throws PlimsollError `key-invalid` for what is no public key in PEM, and what reading a file throws
 */
export const readImageKeys = (
  files: readonly string[],
  cwd: string,
): Promise<readonly KeyObject[]> =>
  Promise.all(files.map((file) => readKey(file, pathFrom(cwd, file))));

async function readKey(file: string, path: string): Promise<KeyObject> {
  const pem = await readOwnText(path);
  // Node.js would make a public key of a private one, which nobody should hand around.
  if (!/PRIVATE KEY/.test(pem)) {
    try {
      return createPublicKey(pem);
    } catch {
      // Said below, as of what is no key.
    }
  }
  throw new PlimsollError(
    'key-invalid',
    text(`${file} is not a public key in PEM.`, `${file} 不是 PEM 格式的公钥。`),
    {
      hint: text(
        'cosign generate-key-pair writes it as cosign.pub; that of a certificate: openssl x509 -pubkey -noout',
        'cosign generate-key-pair 将其写入 cosign.pub；证书的公钥：openssl x509 -pubkey -noout',
      ),
    },
  );
}
