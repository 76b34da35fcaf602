/** How a file of a project is laid out, so that what is added looks as if it had always been there. */
export interface TextStyle {
  readonly quote: "'" | '"';
  /** One step of indentation. */
  readonly indent: string;
  readonly semicolons: boolean;
  /** Whether the last of several lines has a comma. */
  readonly trailingCommas: boolean;
  readonly lineBreak: '\n' | '\r\n';
  /** A line may be this long, in characters. */
  readonly width: number;
}

/** How what this package writes by itself is laid out. */
export const ownStyle: TextStyle = {
  quote: "'",
  indent: '  ',
  semicolons: true,
  trailingCommas: true,
  lineBreak: '\n',
  width: 80,
};

/** Lines are rarely allowed to be longer than this, whatever is found in a file. */
const widest = 120;

/** Reads the layout of a file from its text; of what it does not show, that of `otherwise`. */
export function styleOf(source: string, otherwise: TextStyle = ownStyle): TextStyle {
  const lines = source.split(/\r?\n/);
  const longest = Math.max(0, ...lines.map((line) => line.length));
  const imports = lines.filter((line) => /^(?:import|export)\b.*['"];?\s*$/.test(line));
  const ended = imports.length > 0 ? imports : lines.filter((line) => /[\w)\]}];?\s*$/.test(line));
  return {
    quote: most(
      (imports.length > 0 ? imports : lines).flatMap((line) => line.match(/['"]/g) ?? []),
      ["'", '"'],
      otherwise.quote,
    ),
    indent: indentOf(lines) ?? otherwise.indent,
    semicolons: most(
      ended.map((line) => /;\s*$/.test(line)),
      [true, false],
      otherwise.semicolons,
    ),
    trailingCommas: /,[ \t]*\r?\n\s*[)\]}]/.test(source)
      ? true
      : /[^\s,([{;][ \t]*\r?\n\s*(?:[)\]]|\}[),\]])/.test(source)
        ? false
        : otherwise.trailingCommas,
    lineBreak: source.includes('\r\n') ? '\r\n' : otherwise.lineBreak,
    width: Math.min(widest, Math.max(otherwise.width, longest)),
  };
}

/** Which of two is found more often; `otherwise` where neither is. */
function most<T extends string | boolean>(
  found: readonly (T | string)[],
  [one, other]: readonly [T, T],
  otherwise: T,
): T {
  const count = (wanted: T): number => found.filter((each) => each === wanted).length;
  const more = count(one) - count(other);
  if (more === 0) return found.length === 0 ? otherwise : one;
  return more > 0 ? one : other;
}

/** The smallest step by which a line is indented. */
function indentOf(lines: readonly string[]): string | undefined {
  const starts = lines.flatMap((line) => /^(\t| {2,})[^\s*]/.exec(line)?.[1] ?? []);
  if (starts.includes('\t')) return '\t';
  return starts.toSorted((a, b) => a.length - b.length)[0];
}

/** A text as a literal in a file's quotes. */
export function literal(text: string, { quote }: Pick<TextStyle, 'quote'>): string {
  const inside = JSON.stringify(text).slice(1, -1);
  if (quote === '"') return `"${inside}"`;
  const single = inside.replaceAll(String.raw`\"`, '"');
  // As formatters do: the quotes that need fewer escapes.
  return single.includes("'") ? `"${inside}"` : `'${single}'`;
}

/** A text of ours, two spaces a step, single quotes and semicolons, laid out as a project has it. */
export function restyle(text: string, style: TextStyle): string {
  const lines = text.split('\n').map((line) => {
    const [spaces = ''] = /^ */.exec(line) ?? [];
    const steps = style.indent.repeat(spaces.length / 2);
    const rest = line.slice(spaces.length);
    return steps + (style.semicolons ? rest : rest.replace(/;$/, ''));
  });
  const joined = lines.join(style.lineBreak);
  return style.trailingCommas ? joined : joined.replaceAll(/,(\r?\n\s*[)\]}])/g, '$1');
}
