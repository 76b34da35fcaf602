import { progressLine } from '../terminal/progress-line.ts';
import { inSpoken } from '../terminal/spoken-language.ts';
import { text } from '../../index.ts';

/** Tells how far the reports are, and what they took. */
export interface ReportProgress {
  /** One is made: its place among all. */
  readonly made: (report: {
    readonly number: number;
    readonly of: number;
    readonly format: string;
  }) => void;
  /** Makes room on the terminal for the path of one. */
  readonly wipe: () => void;
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
  const { say, wipe } = progressLine(quiet);
  const started = performance.now();
  const times = new Map<string, { count: number; ms: number }>();
  let before = started;
  let count = 0;
  say(inSpoken(text('Making reports', '正在生成报告')));
  return {
    made({ number, of, format }) {
      const now = performance.now();
      const known = times.get(format) ?? { count: 0, ms: 0 };
      times.set(format, { count: known.count + 1, ms: known.ms + now - before });
      before = now;
      count += 1;
      say(
        inSpoken(
          text(
            `Making reports: ${number}/${of} after ${seconds(now - started)}`,
            `正在生成报告：${number}/${of}，已用 ${seconds(now - started)}`,
          ),
        ),
      );
    },
    wipe,
    end() {
      wipe();
      if (quiet || count <= few) return;
      const each = Array.from(times, ([format, took]) =>
        inSpoken(
          text(
            `${format} ${took.count} in ${seconds(took.ms)}`,
            `${format} ${took.count} 份 ${seconds(took.ms)}`,
          ),
        ),
      );
      process.stderr.write(
        inSpoken(
          text(
            `${count} reports in ${seconds(performance.now() - started)}: ${each.join(', ')}\n`,
            `${count} 份报告，用时 ${seconds(performance.now() - started)}：${each.join('、')}\n`,
          ),
        ),
      );
    },
  };
}
