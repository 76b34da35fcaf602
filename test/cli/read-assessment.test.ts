import { mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { readAssessmentFile } from '../../src/cli/reporting/read-assessment.ts';

/** What this process has open. */
const opened = async (): Promise<readonly string[]> =>
  await Promise.all(
    (await readdir('/proc/self/fd')).map((number) =>
      readlink(`/proc/self/fd/${number}`).catch(() => ''),
    ),
  );

it('a file is closed whose first piece holds a finding that is none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-assessment-'));
  const path = join(folder, 'assessment.json');
  await writeFile(path, '{"findings": [{}, '.padEnd(200_000));
  await expect(readAssessmentFile(path)).rejects.toMatchObject({ code: 'assessment-invalid' });
  // The system closes it a moment later.
  await setTimeout(50);
  expect(await opened()).not.toContain(path);
  await rm(folder, { recursive: true });
});
