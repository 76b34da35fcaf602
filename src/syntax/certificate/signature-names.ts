import { objectId, parseDer, partsOf, type DerValue } from '../der/der.ts';
import { said, SyntaxProblem } from '../problem.ts';

/** How a certificate was signed. */
export interface Signature {
  /** As `ECDSA-SHA-256`; the number itself where it is not known. */
  readonly name: string;
  /** The hash; `''` where the way of signing has its own, or is not known. */
  readonly hash: string;
}

const ways: Readonly<Record<string, readonly [way: string, hash: string]>> = {
  '1.2.840.113549.1.1.2': ['RSA', 'MD2'],
  '1.2.840.113549.1.1.4': ['RSA', 'MD5'],
  '1.2.840.113549.1.1.5': ['RSA', 'SHA-1'],
  '1.3.14.3.2.29': ['RSA', 'SHA-1'],
  '1.2.840.113549.1.1.14': ['RSA', 'SHA-224'],
  '1.2.840.113549.1.1.11': ['RSA', 'SHA-256'],
  '1.2.840.113549.1.1.12': ['RSA', 'SHA-384'],
  '1.2.840.113549.1.1.13': ['RSA', 'SHA-512'],
  '1.2.840.10040.4.3': ['DSA', 'SHA-1'],
  '2.16.840.1.101.3.4.3.2': ['DSA', 'SHA-256'],
  '1.2.840.10045.4.1': ['ECDSA', 'SHA-1'],
  '1.2.840.10045.4.3.1': ['ECDSA', 'SHA-224'],
  '1.2.840.10045.4.3.2': ['ECDSA', 'SHA-256'],
  '1.2.840.10045.4.3.3': ['ECDSA', 'SHA-384'],
  '1.2.840.10045.4.3.4': ['ECDSA', 'SHA-512'],
  '1.2.156.10197.1.501': ['SM2', 'SM3'],
  '1.3.101.112': ['Ed25519', ''],
  '1.3.101.113': ['Ed448', ''],
};

const hashes: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.4': 'SHA-224',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};

const pss = '1.2.840.113549.1.1.10';

/**
 * Reads how a certificate was signed out of its DER; Node tells it only from version 24 on.
 *
 * @throws SyntaxProblem when this is no certificate
 * @see https://www.rfc-editor.org/rfc/rfc5280#section-4.1.1.2
 */
export function signatureOf(certificate: Buffer): Signature {
  const [, algorithm] = partsOf(parseDer(certificate));
  if (!algorithm) {
    throw new SyntaxProblem('invalid', said('This is not a certificate.', '这不是证书。'));
  }
  const [number, parameters] = partsOf(algorithm);
  if (!number) {
    throw new SyntaxProblem('invalid', said('This is not a certificate.', '这不是证书。'));
  }
  const id = objectId(number);
  if (id === pss) {
    const hash = pssHash(parameters);
    return { name: `RSA-PSS-${hash || 'unknown'}`, hash };
  }
  const [way = id, hash = ''] = ways[id] ?? [];
  return { name: hash === '' ? way : `${way}-${hash}`, hash };
}

/** What is not said is SHA-1. */
function pssHash(parameters: DerValue | undefined): string {
  const hash = parameters && partsOf(parameters).find(({ tag }) => tag === 0xa0);
  const [algorithm] = hash ? partsOf(hash) : [];
  const [number] = algorithm ? partsOf(algorithm) : [];
  return number ? (hashes[objectId(number)] ?? '') : 'SHA-1';
}
