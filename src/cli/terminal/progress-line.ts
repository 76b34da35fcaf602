import { show } from './print-text.ts';

/** Shows how far long work has come. */
export interface ProgressLine {
  /** Says what is being done, for at most a line. */
  readonly say: (doing: string) => void;
  /** Wipes the line: for what else is printed, or at the end, so that nothing of it stays on the terminal. */
  readonly wipe: () => void;
}

/** What is over sooner than this after the start of the process shows nothing; milliseconds. */
const quietFor = 500;
/** Between two drawings; milliseconds. */
const redrawAfter = 80;

/** Columns of a terminal that does not say. */
const unknownWidth = 80;

/** A line on stderr that says what is being done; silent unless stderr is a terminal. */
export function progressLine(quiet: boolean): ProgressLine {
  const { stderr } = process;
  if (quiet || !stderr.isTTY) return { say: () => {}, wipe: () => {} };
  let latest = '';
  let drawnAt: number | undefined;
  let later: NodeJS.Timeout | undefined;
  const forget = (): void => {
    clearTimeout(later);
    later = undefined;
  };
  const render = (): void => {
    forget();
    drawnAt = performance.now();
    const width = Math.max(20, (stderr.columns || unknownWidth) - 1);
    stderr.write(`\r\u001b[2K${show(latest).slice(0, width)}`);
  };
  return {
    say(doing) {
      latest = doing;
      const wait = Math.max(quietFor, (drawnAt ?? -redrawAfter) + redrawAfter) - performance.now();
      if (wait <= 0) render();
      // Nothing else may be said for long, as where an engine is slow to answer.
      else later ??= setTimeout(render, wait).unref();
    },
    wipe() {
      forget();
      if (drawnAt !== undefined) stderr.write('\r\u001b[2K');
      drawnAt = undefined;
    },
  };
}
