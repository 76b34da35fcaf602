import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { formats } from '../src/reporters/formats/registry.ts';

const figuresSchema = z.object({
  findings: z.number(),
  ms: z.number(),
  characters: z.number(),
  /** Resident before anything is written: the assessment itself, and the floor. */
  heldBytes: z.number(),
  peakBytes: z.number(),
});

/** What writing 100,000 findings in one format took. */
export type FormatFigures = Readonly<z.output<typeof figuresSchema>> & {
  readonly id: string;
  /** Highest resident set of `plimsoll report` as a whole, which reads the assessment from a file. */
  readonly wholeBytes: number;
};

const peaksSchema = z.record(z.string(), z.number());

const root = fileURLToPath(new URL('..', import.meta.url));

/** Each format in a process of its own, so that its memory is its own; HTML and PDF are for people, and left out. */
export function benchFormats(): readonly FormatFigures[] {
  const machine = formats.filter(({ id }) => id !== 'html' && id !== 'pdf');
  const ids = machine.map(({ id }) => id);
  const whole = peaksSchema.parse(runBench('bench/report-once.ts', ids));
  return ids.map((id) => ({
    id,
    wholeBytes: whole[id] ?? Number.NaN,
    ...figuresSchema.parse(runBench('bench/format-once.ts', [id])),
  }));
}

function runBench(file: string, args: readonly string[]): unknown {
  const all = ['--expose-gc', '--import', 'jiti/register', file, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { cwd: root });
  if (status !== 0) {
    throw new Error(`${file} ${args.join(' ')} ended with ${status}: ${stderr.toString()}`);
  }
  return JSON.parse(stdout.toString());
}
