import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { assessmentPieces } from '../src/core/assessment/assessment-json.ts';
import { largeAssessment } from '../test/fixtures/assessment.ts';
import { highWater } from './high-water.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Writes an assessment of 100,000 findings to a file and reports it in each format by the command line: the highest
 * resident set of each whole process in bytes, reading included.
 */
async function reportEach(formats: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'plimsoll-bench-'));
  try {
    const file = path.join(folder, 'assessment.json');
    await pipeline(
      Readable.from(assessmentPieces(largeAssessment(20_000))),
      createWriteStream(file),
    );
    const peaks: Record<string, number> = {};
    for (const format of formats) peaks[format] = await reportOnce(file, format, folder);
    return peaks;
  } finally {
    await rm(folder, { recursive: true });
  }
}

function reportOnce(file: string, format: string, folder: string): Promise<number> {
  const args = [
    'dist/cli.js',
    'report',
    file,
    '--format',
    format,
    '--out',
    path.join(folder, 'out'),
  ];
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let peakBytes = 0;
  const watch = setInterval(() => {
    peakBytes = Math.max(peakBytes, highWater(child.pid));
  }, 5);
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      clearInterval(watch);
      if (code === 0) resolve(peakBytes);
      else reject(new Error(`the report as ${format} ended with ${code}`));
    });
  });
}

console.log(JSON.stringify(await reportEach(process.argv.slice(2))));
