/** Escapes one key for use in a JSON Pointer. */
export const pointerSegment = (key: string): string =>
  /[~/]/.test(key) ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key;

/** The key that one segment of a JSON Pointer stands for. */
export const keyOfSegment = (segment: string): string =>
  segment.includes('~') ? segment.replaceAll('~1', '/').replaceAll('~0', '~') : segment;

/**
 * The keys of a JSON Pointer, unescaped; none for the whole.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6901
 */
export const keysOf = (path: string): readonly string[] =>
  path.split('/').slice(1).map(keyOfSegment);

/** The JSON Pointer of some keys; `''` for none, which is the whole. */
export const formatPointer = (keys: readonly PropertyKey[]): string =>
  keys.map((key) => `/${pointerSegment(String(key))}`).join('');
