import { parseJsonText } from '../../syntax/json/parse-json-text.ts';

/** JSON from bytes that anybody may have written; `undefined` when they are none, nest too deep, or are not UTF-8. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return parseJsonText(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
