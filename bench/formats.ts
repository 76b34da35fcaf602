import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { formats } from '../src/reporters/registry.ts';

const figuresSchema = z.object({
  findings: z.number(),
  ms: z.number(),
  characters: z.number(),
  /** Resident before anything is written: the assessment itself, and the floor. */
  heldBytes: z.number(),
  peakBytes: z.number(),
});

/** What writing 100,000 findings in one format took. */
export type FormatFigures = Readonly<z.output<typeof figuresSchema>> & { readonly id: string };

const root = fileURLToPath(new URL('..', import.meta.url));

/** Each format in a process of its own, so that its memory is its own; HTML and PDF are for people, and left out. */
export function benchFormats(): readonly FormatFigures[] {
  const machine = formats.filter(({ id }) => id !== 'html' && id !== 'pdf');
  return machine.map(({ id }) => {
    const args = ['--expose-gc', '--import', 'jiti/register', 'bench/format-once.ts', id];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root });
    if (status !== 0) throw new Error(`${id} ended with ${status}: ${stderr.toString()}`);
    return { id, ...figuresSchema.parse(JSON.parse(stdout.toString())) };
  });
}
