import type { Progress } from '../../docker.ts';
import { show } from '../terminal/show.ts';

/** Shows how far a collection has come. */
export interface ProgressLine {
  readonly update: (progress: Progress) => void;
  /** Wipes the line; nothing of it stays on the terminal. */
  readonly end: () => void;
}

/** A scan that is over sooner than this shows nothing; milliseconds. */
const quietFor = 500;
/** Between two drawings; milliseconds. */
const redrawAfter = 80;

/** Columns of a terminal that does not say. */
const unknownWidth = 80;

/** A line on stderr that says what is being read; silent unless stderr is a terminal. */
export function progressLine(quiet: boolean): ProgressLine {
  const { stderr } = process;
  if (quiet || !stderr.isTTY) return { update: () => {}, end: () => {} };
  const started = performance.now();
  let drawn = 0;
  return {
    update({ target, what, done, total }) {
      const now = performance.now();
      if (now - started < quietFor || now - drawn < redrawAfter) return;
      drawn = now;
      const count = total > 0 ? `${done}/${total}` : String(done);
      const line = show(`Reading ${target}: ${what} ${count}`).slice(
        0,
        Math.max(20, (stderr.columns || unknownWidth) - 1),
      );
      stderr.write(`\r\u001b[2K${line}`);
    },
    end() {
      if (drawn > 0) stderr.write('\r\u001b[2K');
    },
  };
}
