/**
 * The object identifiers that are understood, as the hexadecimal digits of their DER.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3161
 * @see https://www.rfc-editor.org/rfc/rfc5652
 */
export const identifiers = {
  /** 1.2.840.113549.1.7.2 */
  signedData: '2a864886f70d010702',
  /** 1.2.840.113549.1.9.16.1.4 */
  timestamp: '2a864886f70d0109100104',
  /** 1.2.840.113549.1.9.3 */
  contentType: '2a864886f70d010903',
  /** 1.2.840.113549.1.9.4 */
  messageDigest: '2a864886f70d010904',
  /** 1.2.840.113549.1.9.16.2.12, with SHA-1 */
  signingCertificate: '2a864886f70d010910020c',
  /** 1.2.840.113549.1.9.16.2.47 */
  signingCertificate2: '2a864886f70d010910022f',
  /** 2.16.840.1.101.3.4.2.1 */
  sha256: '608648016503040201',
} as const;

/** A hash by the name that Node gives it. */
export type HashName = 'sha256' | 'sha384' | 'sha512';

/** The hashes that are accepted. */
export const hashes: ReadonlyMap<string, HashName> = new Map([
  [identifiers.sha256, 'sha256'],
  ['608648016503040202', 'sha384'],
  ['608648016503040203', 'sha512'],
]);

/** How a signature is made: the kind of key, and the hash where the kind of signature says it. */
export interface SignatureKind {
  readonly key: 'rsa' | 'ec' | 'ed25519';
  readonly hash?: HashName;
}

/** The signatures that are accepted: RSA as of PKCS #1 1.5, ECDSA, and Ed25519. */
export const signatureKinds: ReadonlyMap<string, SignatureKind> = new Map([
  ['2a864886f70d010101', { key: 'rsa' }],
  ['2a864886f70d01010b', { key: 'rsa', hash: 'sha256' }],
  ['2a864886f70d01010c', { key: 'rsa', hash: 'sha384' }],
  ['2a864886f70d01010d', { key: 'rsa', hash: 'sha512' }],
  ['2a8648ce3d040302', { key: 'ec', hash: 'sha256' }],
  ['2a8648ce3d040303', { key: 'ec', hash: 'sha384' }],
  ['2a8648ce3d040304', { key: 'ec', hash: 'sha512' }],
  ['2b6570', { key: 'ed25519' }],
]);

/** The one purpose that the certificate of a time-stamp authority has: 1.3.6.1.5.5.7.3.8. */
export const timestamping = '1.3.6.1.5.5.7.3.8';
