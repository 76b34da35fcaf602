import {
  createPrivateKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  X509Certificate,
} from 'node:crypto';
import { isIP } from 'node:net';
import { tags, writeValue } from '../../../syntax/der/der.ts';

/** A certificate with its key, both in PEM. */
export interface ServerCertificate {
  readonly cert: string;
  readonly key: string;
}

/** What every hub is called in its own certificate, so that an agent need not know its address. */
export const hubName = 'plimsoll-hub';

const utcTime = 0x17;
const third = 0xa3;
const [dnsName, ipAddress] = [0x82, 0x87];

const object = (hex: string): Uint8Array => writeValue(tags.identifier, Buffer.from(hex, 'hex'));
const sequence = (...parts: readonly Uint8Array[]): Uint8Array =>
  writeValue(tags.sequence, ...parts);

/** `YYMMDDhhmmssZ`, for years before 2050. */
const time = (at: Date): Uint8Array =>
  writeValue(utcTime, Buffer.from(`${at.toISOString().replaceAll(/\D/g, '').slice(2, 14)}Z`));

const ecdsaWithSha256 = sequence(object('2a8648ce3d040302'));

/**
 * Makes a certificate that signs itself, on P-256. It holds for ten years: who trusts it pins it by its hash, so that nothing else
 * speaks for it.
 *
 * @param names addresses under which it is reached beside its own name
 * @see https://www.rfc-editor.org/rfc/rfc5280#section-4.1
 */
export function makeCertificate(names: readonly string[], now: Date): ServerCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'prime256v1',
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const name = sequence(
    writeValue(tags.set, sequence(object('550403'), writeValue(tags.text, Buffer.from(hubName)))),
  );
  const ends = new Date(now);
  ends.setUTCFullYear(now.getUTCFullYear() + 10);
  const alternatives = [hubName, ...names].map((each) =>
    isIP(each) === 4
      ? writeValue(ipAddress, Buffer.from(each.split('.').map(Number)))
      : writeValue(dnsName, Buffer.from(each)),
  );
  const serial = randomBytes(16);
  // Positive, and without a leading zero.
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  const body = sequence(
    writeValue(tags.first, writeValue(tags.integer, Buffer.of(2))),
    writeValue(tags.integer, serial),
    ecdsaWithSha256,
    name,
    sequence(time(now), time(ends)),
    name,
    publicKey,
    writeValue(
      third,
      sequence(sequence(object('551d11'), writeValue(tags.octets, sequence(...alternatives)))),
    ),
  );
  const signature = sign('sha256', body, createPrivateKey(privateKey));
  const whole = sequence(body, ecdsaWithSha256, writeValue(tags.bits, Buffer.of(0), signature));
  return { cert: new X509Certificate(whole).toString(), key: privateKey };
}

/** The hash by which a certificate is pinned: SHA-256 of its DER, base64url. */
export const pinOf = (cert: string): string =>
  Buffer.from(new X509Certificate(cert).fingerprint256.replaceAll(':', ''), 'hex').toString(
    'base64url',
  );
