import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { largeAssessment } from '../test/fixtures/assessment.ts';

const figuresSchema = z.object({
  findings: z.number(),
  ms: z.number(),
  bytes: z.number(),
  peakBytes: z.number(),
});

/** What writing one document took. */
export type DocumentFigures = Readonly<z.output<typeof figuresSchema>> & { readonly id: string };

const root = fileURLToPath(new URL('..', import.meta.url));

/** HTML and PDF of about 5,000 and 10,000 findings, each in a process of its own that runs nothing but the package. */
export function benchDocuments(): readonly DocumentFigures[] {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-bench-'));
  const path = join(folder, 'assessment.json');
  try {
    return [1000, 2000].flatMap((workloads) => {
      const assessment = largeAssessment(workloads);
      writeFileSync(path, JSON.stringify(assessment));
      return ['html', 'pdf'].map((id) => {
        const args = ['--import', 'jiti/register', 'bench/document-once.ts', path, id];
        const framework = assessment.frameworks.map((each) => each.id);
        const { status, stdout, stderr } = spawnSync(process.execPath, [...args, ...framework], {
          cwd: root,
        });
        if (status !== 0) throw new Error(`${id} ended with ${status}: ${stderr.toString()}`);
        return { id, ...figuresSchema.parse(JSON.parse(stdout.toString())) };
      });
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
