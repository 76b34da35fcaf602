import { hash } from 'node:crypto';
import { oscalUuidNamespace } from '../../core/frameworks/oscal-names.ts';

const namespace = Buffer.from(oscalUuidNamespace.replaceAll('-', ''), 'hex');

/**
 * A UUID of version 5: the same for the same parts, so that the same assessment gives the same document.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-5
 */
export function uuidOf(...parts: readonly string[]): string {
  const named = Buffer.concat([namespace, Buffer.from(JSON.stringify(parts))]);
  const bytes = hash('sha1', named, 'buffer');
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  const ends = [0, 8, 12, 16, 20, 32] as const;
  return ends
    .slice(1)
    .map((end, at) => hex.slice(ends[at], end))
    .join('-');
}
