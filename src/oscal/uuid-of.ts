import { createHash } from 'node:crypto';
import { oscalUuidNamespace } from './oscal-names.ts';

/**
 * A UUID of version 5: the same for the same parts, so that the same framework gives the same document.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-5
 */
export function uuidOf(...parts: readonly string[]): string {
  const hash = createHash('sha1')
    .update(Buffer.from(oscalUuidNamespace.replaceAll('-', ''), 'hex'))
    .update(JSON.stringify(parts))
    .digest();
  const bytes = hash.subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-');
}
