import { parseJsonText } from '../syntax/json/parse-json-text.ts';
import type { AuthzRequest } from './authz-request.ts';

/**
 * The request in a file: as an engine hands it to a plugin, or the body of one alone, which makes a container.
 *
 * @param name of the container, where it is a body alone; `''` for none
 */
export function requestOf(bytes: Buffer, name: string): AuthzRequest {
  return (
    wholeRequest(bytes.toString()) ?? {
      RequestMethod: 'POST',
      RequestUri: `/containers/create?name=${encodeURIComponent(name)}`,
      RequestBody: bytes.toString('base64'),
    }
  );
}

function wholeRequest(text: string): AuthzRequest | undefined {
  try {
    const value = parseJsonText(text);
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
