import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';

/** Who a key is of, by the first letter of its public part. */
const prefixes = { operator: 14 << 3, account: 0, user: 20 << 3 } as const;

/** A key as NATS knows it: Ed25519, named by its public part. */
export interface Nkey {
  /** As `UABC…`: a letter for its kind, then the key. */
  readonly id: string;
  /** The private part, PKCS #8 in PEM. */
  readonly pem: string;
}

/** Makes a key. */
export function makeNkey(kind: keyof typeof prefixes): Nkey {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return { id: nkeyId(kind, pem), pem };
}

/**
 * What a private key is called among keys of NATS.
 *
 * @see https://docs.nats.io/running-a-nats-service/configuration/securing_nats/auth_intro/nkey_auth
 */
export function nkeyId(kind: keyof typeof prefixes, pem: string): string {
  // SPKI of Ed25519 ends with the 32 bytes of the key.
  const key = createPublicKey(pem).export({ type: 'spki', format: 'der' }).subarray(-32);
  const named = Buffer.concat([Buffer.of(prefixes[kind]), key]);
  const sum = Buffer.alloc(2);
  sum.writeUInt16LE(crc16(named));
  return base32(Buffer.concat([named, sum]));
}

/** Signs with a key, base64url. */
export const signWithNkey = (pem: string, bytes: Uint8Array): string =>
  sign(null, bytes, createPrivateKey(pem)).toString('base64url');

/** CRC-16/XMODEM. */
function crc16(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 0x8000 ? (sum << 1) ^ 0x1021 : sum << 1;
    sum &= 0xffff;
  }
  return sum;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base32 of RFC 4648 without padding. */
function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length: Math.ceil(bits.length / 5) }, (_, at) =>
    letters.charAt(parseInt(bits.slice(at * 5, at * 5 + 5).padEnd(5, '0'), 2)),
  ).join('');
}
