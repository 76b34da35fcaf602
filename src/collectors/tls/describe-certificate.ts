import type { KeyObject, X509Certificate } from 'node:crypto';
import type { z } from 'zod';
import type { certificateFact } from '../../core/facts/tls.ts';
import { signatureOf } from '../../syntax/certificate/signature-names.ts';

/** One certificate as controls see it. */
export type CertificateFact = Readonly<z.output<typeof certificateFact>>;

/**
 * What a certificate says of itself.
 *
 * @throws SyntaxProblem when how it was signed cannot be read
 */
export function describeCertificate(certificate: X509Certificate): CertificateFact {
  const { name, hash } = signatureOf(certificate.raw);
  return {
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    names: namesOf(certificate.subjectAltName),
    notBefore: new Date(certificate.validFrom).toISOString(),
    notAfter: new Date(certificate.validTo).toISOString(),
    ...keyOf(certificate),
    signature: name,
    signatureHash: hash,
    selfSigned: isSelfSigned(certificate),
  };
}

/** Node writes each part on a line of its own. A certificate may have no subject at all. */
const oneLine = (name: string | undefined): string => (name ?? '').split('\n').join(', ');

/** Node writes `DNS:a, IP Address:192.0.2.1`, and a name with a comma in quotes. */
function namesOf(written: string | undefined): readonly string[] & string[] {
  const entries = written?.match(/(?:[^,"]|"(?:[^"\\]|\\.)*")+/g) ?? [];
  return entries.map((entry) => entry.trim().replace(/^IP Address:/, 'IP:'));
}

/** Whether a certificate was signed with its own key. */
export function isSelfSigned(certificate: X509Certificate): boolean {
  const key = keyIn(certificate);
  return key !== undefined && certificate.checkIssued(certificate) && certificate.verify(key);
}

/** A key of a kind that OpenSSL does not know here cannot be taken out. */
export function keyIn(certificate: X509Certificate): KeyObject | undefined {
  try {
    return certificate.publicKey;
  } catch {
    return undefined;
  }
}

const curveBits: Readonly<Record<string, number>> = {
  prime192v1: 192,
  secp224r1: 224,
  prime256v1: 256,
  secp256k1: 256,
  secp384r1: 384,
  secp521r1: 521,
  brainpoolP256r1: 256,
  brainpoolP384r1: 384,
  brainpoolP512r1: 512,
  SM2: 256,
};

function keyOf(certificate: X509Certificate): Pick<CertificateFact, 'keyType' | 'keyBits'> {
  const key = keyIn(certificate);
  const { modulusLength = null, namedCurve } = key?.asymmetricKeyDetails ?? {};
  const type = key?.asymmetricKeyType;
  if (type === 'rsa' || type === 'rsa-pss') return { keyType: 'rsa', keyBits: modulusLength };
  if (type === 'dsa') return { keyType: 'dsa', keyBits: modulusLength };
  if (type === 'ed25519') return { keyType: 'ed25519', keyBits: 256 };
  if (type === 'ed448') return { keyType: 'ed448', keyBits: 456 };
  if (type !== 'ec' || namedCurve === undefined) return { keyType: 'other', keyBits: null };
  const keyBits = curveBits[namedCurve] ?? sizeInName(namedCurve);
  return { keyType: namedCurve === 'SM2' ? 'sm2' : 'ec', keyBits };
}

/** Curves are named for their size: sect163k1, wap-wsg-idm-ecid-wtls7. */
const sizeInName = (curve: string): number | null =>
  Number(/^(?:sec[pt]|prime|c2pnb|brainpoolP)(\d{3})/.exec(curve)?.[1] ?? 0) || null;
