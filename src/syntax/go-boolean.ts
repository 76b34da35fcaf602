/**
 * Reads a boolean as Go's `strconv.ParseBool` does, by which Docker reads its flags and most options; `undefined` for what
 * it refuses.
 */
export function parseGoBoolean(text: string): boolean | undefined {
  if (/^(?:1|t|T|true|TRUE|True)$/.test(text)) return true;
  return /^(?:0|f|F|false|FALSE|False)$/.test(text) ? false : undefined;
}
