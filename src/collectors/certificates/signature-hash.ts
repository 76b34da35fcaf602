/** Content of the object identifiers of signatures, in hexadecimal, with the hash that each names. */
const hashes: Readonly<Record<string, string>> = {
  '2a864886f70d010104': 'md5',
  '2a864886f70d010105': 'sha1',
  '2a864886f70d01010b': 'sha256',
  '2a864886f70d01010c': 'sha384',
  '2a864886f70d01010d': 'sha512',
  '2a864886f70d01010e': 'sha224',
  '2a8648ce3d0401': 'sha1',
  '2a8648ce3d040301': 'sha224',
  '2a8648ce3d040302': 'sha256',
  '2a8648ce3d040303': 'sha384',
  '2a8648ce3d040304': 'sha512',
};

/**
 * The hash that a certificate's signature is made with, such as `sha256`; `''` when its algorithm names
 * none (Ed25519) or says it among its parameters (RSA-PSS). Node tells the algorithm only from 24 on.
 *
 * @param certificate in DER
 * @see https://www.rfc-editor.org/rfc/rfc5280#section-4.1
 */
export function signatureHash(certificate: Buffer): string {
  // SEQUENCE { what is signed, SEQUENCE { algorithm, parameters }, signature }
  const whole = element(certificate, 0);
  const signed = whole && element(certificate, whole.start);
  const algorithm = signed && element(certificate, signed.end);
  const identifier = algorithm && element(certificate, algorithm.start);
  if (!identifier) return '';
  return hashes[certificate.subarray(identifier.start, identifier.end).toString('hex')] ?? '';
}

/** Where the content of the element at a place begins and ends; `undefined` beyond the data. */
function element(der: Buffer, at: number): { start: number; end: number } | undefined {
  const first = der[at + 1];
  if (first === undefined) return undefined;
  if (first < 0x80) return { start: at + 2, end: at + 2 + first };
  const bytes = first & 0x7f;
  if (bytes === 0 || bytes > 4 || at + 2 + bytes > der.length) return undefined;
  const start = at + 2 + bytes;
  return { start, end: start + der.readUIntBE(at + 2, bytes) };
}
