/** Colours for a stream: none unless it is a terminal and NO_COLOR is unset; FORCE_COLOR overrules. */
export interface Paint {
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

/**
 * @see https://no-color.org
 */
export function paint(stream: NodeJS.WriteStream): Paint {
  const coloured = isColoured(stream, process.env);
  const style =
    (open: number, close: number) =>
    (text: string): string =>
      coloured ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return {
    red: style(31, 39),
    yellow: style(33, 39),
    green: style(32, 39),
    bold: style(1, 22),
    dim: style(2, 22),
  };
}

function isColoured(
  stream: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  const force = env['FORCE_COLOR'];
  if (force !== undefined) return force !== '0';
  return stream.isTTY === true && env['TERM'] !== 'dumb';
}
