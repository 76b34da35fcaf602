import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const saidSchema = z.object({
  files: z.number(),
  judged: z.number(),
  refused: z.number(),
  /** Processor time that the slowest file took, in seconds. */
  slowest: z.number(),
  stranger: z.string().nullable(),
  failed: z.boolean(),
});

/** Breaks files in a process that has 300 MB for all of them. */
function breakFiles(kind: 'compose' | 'dockerfile', runs: number, seed: number) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--max-old-space-size=300',
      '--import',
      'jiti/register',
      join(import.meta.dirname, '../support/judge-broken-files.ts'),
      kind,
      String(runs),
      String(seed),
    ],
    { encoding: 'utf8', timeout: 60_000 },
  );
  if (status !== 0) throw new Error(`It ended with ${status}: ${stderr.slice(0, 2000)}`);
  return saidSchema.parse(JSON.parse(stdout));
}

describe.each([
  ['compose', 100, 7],
  ['dockerfile', 150, 3],
] as const)('files of the kind %s that are broken in any way', (kind, runs, seed) => {
  it(
    'are judged or refused in bounded time and memory, and no control breaks on them',
    { timeout: 60_000 },
    () => {
      const said = breakFiles(kind, runs, seed);
      expect(said).toMatchObject({ files: runs, stranger: null, failed: false });
      expect(said.judged).toBeGreaterThan(20);
      expect(said.refused).toBeGreaterThan(20);
      expect(said.slowest).toBeLessThan(5);
    },
  );
});
