import { parseJsonText } from '../../syntax/json/bounded-json.ts';
import type { AuthzRequest } from '../../admission.ts';
import { buffer } from 'node:stream/consumers';
import { readBytes } from '../input/read-file.ts';

/** The request in a file: as an engine hands it to a plugin, or the body of one alone, which makes a container. */
export async function requestIn(file: string, name: string): Promise<AuthzRequest> {
  const bytes = file === '-' ? await buffer(process.stdin) : await readBytes(file);
  const asked = wholeRequest(bytes.toString());
  if (asked) return asked;
  return {
    RequestMethod: 'POST',
    RequestUri: `/containers/create?name=${encodeURIComponent(name)}`,
    RequestBody: bytes.toString('base64'),
  };
}

function wholeRequest(text: string): AuthzRequest | undefined {
  try {
    const value: unknown = parseJsonText(text);
    const isWhole =
      typeof value === 'object' &&
      value !== null &&
      'RequestMethod' in value &&
      'RequestUri' in value;
    // It is read by its schema where it is decided about.
    return isWhole ? (value as AuthzRequest) : undefined;
  } catch {
    return undefined;
  }
}
