import { createPrivateKey } from 'node:crypto';
import { parseJsonText } from '../../syntax/json/parse-json-text.ts';
import { PlimsollError } from '../../core/errors.ts';
import { text } from '../../core/text.ts';

/** The head lines of private keys: those of PEM, whatever kind and whether encrypted or not, and of PuTTY. */
const heads = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----|^PuTTY-User-Key-File-/m;

/**
 * Refuses a private key where a public one is wanted, in PEM, DER or JWK, encrypted or not. Node would take the public half of
 * it, and the file would be named, copied and mailed as if it were that.
 *
 * @throws PlimsollError `key-invalid`
 */
export function refusePrivateKey(bytes: Uint8Array): void {
  const pem = Buffer.from(bytes).toString('latin1');
  if (!heads.test(pem) && !isJwk(pem) && !isDer(Buffer.from(bytes))) return;
  throw new PlimsollError(
    'key-invalid',
    text('This is a private key; the public key is needed.', '这是私钥；此处需要公钥。'),
    {
      hint: text(
        'Keep it where it signs, and name its public half: openssl pkey -in key.pem -pubout -out key.pub',
        '请将它留在签名之处，并指明其公钥：openssl pkey -in key.pem -pubout -out key.pub',
      ),
    },
  );
}

function isJwk(json: string): boolean {
  if (!json.trimStart().startsWith('{')) return false;
  try {
    const value: unknown = parseJsonText(json);
    return typeof value === 'object' && value !== null && 'kty' in value && 'd' in value;
  } catch {
    return false;
  }
}

function isDer(key: Buffer): boolean {
  return (['pkcs8', 'sec1', 'pkcs1'] as const).some((type) => {
    try {
      createPrivateKey({ key, format: 'der', type });
      return true;
    } catch (error) {
      // An encrypted key is recognised by the passphrase that it asks for.
      return error instanceof Error && 'code' in error && error.code === 'ERR_MISSING_PASSPHRASE';
    }
  });
}
