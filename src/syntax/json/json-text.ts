/**
 * Characters that act on the text around them or that nobody sees, and that JSON lets stand as they are: delete and the
 * controls above it, format and bidirectional controls, what separates lines and paragraphs, and invisible letters.
 */
const acting = /[\u007F-\u009F\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Nearly every text, in English and in Chinese: none of what acts is in these ranges. */
const plain =
  /^[\n -~\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E\u3001-\u30FF\u4E00-\u9FFF\uFF01-\uFF60]*$/;

const escaped = (character: string): string =>
  character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');

/**
 * A value as JSON in which nothing acts on the person who reads the text: such characters appear as escapes, so that
 * reading it back gives the same value.
 */
export function jsonText(value: unknown, indent?: number): string {
  const json = JSON.stringify(value, null, indent) as string | undefined;
  // What JSON does not know, as `undefined`, is nothing.
  if (json === undefined) return 'null';
  return plain.test(json) ? json : json.replaceAll(acting, escaped);
}
