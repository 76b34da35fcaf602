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
  /** Of all cores together, whatever else the machine did. */
  cpuMs: z.number(),
  bytes: z.number(),
  peakBytes: z.number(),
});

/** What writing one document took. */
export type DocumentFigures = Readonly<z.output<typeof figuresSchema>> & {
  readonly id: string;
  /** Of the PDF; absent where there is no pdfinfo. */
  readonly pages: number | undefined;
};

const root = fileURLToPath(new URL('..', import.meta.url));

/** HTML and PDF of about 5,300 findings, which is 200 pages, and of 10,000, each in a process of its own that runs nothing but the package. */
export function benchDocuments(): readonly DocumentFigures[] {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-bench-'));
  const path = join(folder, 'assessment.json');
  try {
    return [1060, 2000].flatMap((workloads) => {
      const assessment = largeAssessment(workloads);
      writeFileSync(path, JSON.stringify(assessment));
      return ['html', 'pdf'].map((id) => {
        const made = join(folder, `report.${id}`);
        const args = ['--import', 'jiti/register', 'bench/document-once.ts', path, id, made];
        const framework = assessment.frameworks.map((each) => each.id);
        const { status, stdout, stderr } = spawnSync(process.execPath, [...args, ...framework], {
          cwd: root,
        });
        if (status !== 0) throw new Error(`${id} ended with ${status}: ${stderr.toString()}`);
        const figures = figuresSchema.parse(JSON.parse(stdout.toString()));
        return { id, ...figures, pages: id === 'pdf' ? pagesOf(made) : undefined };
      });
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function pagesOf(path: string): number | undefined {
  const { stdout } = spawnSync('pdfinfo', [path]);
  const found = /^Pages:\s+(\d+)$/m.exec(String(stdout ?? ''));
  return found ? Number(found[1]) : undefined;
}
