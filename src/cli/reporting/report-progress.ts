import { showLine } from '../terminal/show.ts';

/** Tells how far the reports are, and what they took. */
export interface ReportProgress {
  /** One is made: its place among all, and its name. */
  readonly made: (report: {
    readonly number: number;
    readonly of: number;
    readonly format: string;
    readonly name: string;
  }) => void;
  /** All are made. */
  readonly end: () => void;
}

/** As many are a page and its PDF. */
const few = 2;

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/**
 * Says on stderr how many reports are made and how long that took; few need no words, and their paths are what a run
 * ends with. On a terminal a line follows the reports as they are made.
 */
export function reportProgress(quiet: boolean): ReportProgress {
  if (quiet) return { made: () => {}, end: () => {} };
  const { stderr } = process;
  const started = performance.now();
  const times = new Map<string, { count: number; ms: number }>();
  let before = started;
  let count = 0;
  const wipe = (): void => {
    if (stderr.isTTY && count > 1) stderr.write('\r\u001b[2K');
  };
  return {
    made({ number, of, format, name }) {
      const now = performance.now();
      const known = times.get(format) ?? { count: 0, ms: 0 };
      times.set(format, { count: known.count + 1, ms: known.ms + now - before });
      before = now;
      count += 1;
      if (!stderr.isTTY || of === 1) return;
      const line = showLine(`Report ${number}/${of} after ${seconds(now - started)}: ${name}`);
      stderr.write(`\r\u001b[2K${line.slice(0, Math.max(20, (stderr.columns || 80) - 1))}`);
    },
    end() {
      wipe();
      if (count <= few) return;
      const each = Array.from(
        times,
        ([format, took]) => `${format} ${took.count} in ${seconds(took.ms)}`,
      );
      stderr.write(
        `${count} reports in ${seconds(performance.now() - started)}: ${each.join(', ')}\n`,
      );
    },
  };
}
