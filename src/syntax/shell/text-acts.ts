/** Whether a text of awk may start a program or write a file; what it compares and searches for is neither. */
export const awkActs = (text: string): boolean =>
  /\bsystem\b|\bgetline\b|[|>@]/.test(
    text.replaceAll(/"(?:\\.|[^"\\])*"/g, '""').replaceAll(/\/(?:\\.|[^/\\\n])*\/|\|\|/g, ' '),
  );

/** A substitution or a list of characters, as sed takes them, with what stands behind. */
const replaced = /\b[sy]([^\w\s\\])((?:\\[^]|(?!\1)[^\\])*)\1((?:\\[^]|(?!\1)[^\\])*)\1(\w*)/g;

/** Whether a text of sed has `e`, which starts programs, as a command or behind a substitution. */
export function sedActs(text: string): boolean {
  for (const [, , , , flags = ''] of text.matchAll(replaced)) {
    if (/^[gpimIM\d]*e/.test(flags)) return true;
  }
  const rest = text.replaceAll(replaced, ';').replaceAll(/\/(?:\\.|[^/\\\n])*\//g, '1');
  return /(?:^|[;{\n\d$!])\s*e(?:\s|;|$)/.test(rest);
}
