import { displayWidth } from '../terminal/wrap.ts';

/** A log with a table below it that is always current. */
export interface LiveScreen {
  /** Prints lines for good. */
  readonly log: (lines: readonly string[]) => void;
  /** Shows a table below the log, instead of the one before. */
  readonly draw: (table: readonly string[]) => void;
}

/** A screen on stdout; where that is no terminal, the log alone. */
export function liveScreen(stdout: NodeJS.WriteStream): LiveScreen {
  const log = (lines: readonly string[]): void => {
    if (lines.length > 0) stdout.write(`${lines.join('\n')}\n`);
  };
  if (!stdout.isTTY) return { log, draw: () => {} };
  let shown: readonly string[] = [];
  const wipe = (): string => (shown.length === 0 ? '' : `\u001b[${shown.length}A\u001b[J`);
  const redraw = (printed: readonly string[]): void => {
    const text = [...printed, ...shown].map((line) => `${line}\n`).join('');
    stdout.write(text);
  };
  return {
    log: (lines) => {
      stdout.write(wipe());
      redraw(lines);
    },
    draw: (table) => {
      const before = wipe();
      // A line that breaks would be two, and a table that is higher than the screen cannot be wiped.
      shown = table
        .slice(0, Math.max(3, (stdout.rows || 24) - 2))
        .map((line) => cut(line, (stdout.columns || 80) - 1));
      stdout.write(before);
      redraw([]);
    },
  };
}

/** The beginning of a line that fits; one with escapes is left as it is where it fits. */
function cut(line: string, width: number): string {
  if (displayWidth(line) <= width) return line;
  let kept = '';
  let used = 0;
  // Escapes take no room.
  // eslint-disable-next-line no-control-regex
  for (const part of line.split(/(\u001b\[\d+m)/)) {
    if (part.startsWith('\u001b')) {
      kept += part;
      continue;
    }
    for (const character of part) {
      used += displayWidth(character);
      if (used < width) kept += character;
    }
  }
  return `${kept}…`;
}
