import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const figuresSchema = z.object({
  findings: z.number(),
  bytes: z.number(),
  /** Until the page was laid out and its script had run. */
  openMs: z.number(),
  /** From a keystroke until what it leaves was painted. */
  keystrokeMs: z.number(),
  slowestKeystrokeMs: z.number(),
  /** What of that the page itself was busy, whatever else the machine did. */
  ownMs: z.number(),
  slowestOwnMs: z.number(),
  /** From a choice until what it leaves was painted, the slowest. */
  choiceMs: z.number(),
  /** What of that the page itself was busy, the slowest. */
  ownChoiceMs: z.number(),
});

const root = fileURLToPath(new URL('..', import.meta.url));

/** What a reader of about 10,000 findings waits for. The driver of the browser needs a process of its own. */
export function benchPage(): Readonly<z.output<typeof figuresSchema>> {
  const args = ['node_modules/jiti/lib/jiti-cli.mjs', 'bench/page-once.ts'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root });
  if (status !== 0) throw new Error(`The browser ended with ${status}: ${stderr.toString()}`);
  return figuresSchema.parse(JSON.parse(stdout.toString()));
}
