import { sign, verify, type KeyObject } from 'node:crypto';

/**
 * The bytes that are signed: type and payload with their lengths, so that neither can pass for the other.
 *
 * @see https://github.com/secure-systems-lab/dsse/blob/master/protocol.md
 */
export function preAuthentication(payloadType: string, payload: Uint8Array): Uint8Array {
  const head = `DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${payload.length} `;
  return Buffer.concat([Buffer.from(head), payload]);
}

/** Signs a text of a type with an Ed25519 key; in base64. */
export const signText = (payloadType: string, text: string, key: KeyObject): string =>
  sign(null, preAuthentication(payloadType, Buffer.from(text)), key).toString('base64');

/** Whether an Ed25519 key signed this very text as this type. */
export function isSignedBy(
  payloadType: string,
  text: string,
  signature: string,
  key: KeyObject,
): boolean {
  const bytes = Buffer.from(signature, 'base64');
  return verify(null, preAuthentication(payloadType, Buffer.from(text)), key, bytes);
}
