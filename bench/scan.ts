import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { highWater } from './high-water.ts';
import { median } from './median.ts';

/** The whole process: `plimsoll scan --format json`, from its start to its end. */
export interface ScanFigures {
  /** Median milliseconds, start of the process to its end. */
  readonly wallMs: number;
  /** Highest resident set of any run, bytes. */
  readonly peakBytes: number;
  readonly findings: number;
}

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs the scan a few times, one after the other. */
export async function benchScan(socket: string, rounds = 5): Promise<ScanFigures> {
  const runs: { wallMs: number; peakBytes: number; findings: number }[] = [];
  for (let round = 0; round < rounds; round += 1) runs.push(await scanOnce(socket));
  return {
    wallMs: median(runs.map(({ wallMs }) => wallMs)),
    peakBytes: Math.max(...runs.map(({ peakBytes }) => peakBytes)),
    findings: runs[0]?.findings ?? 0,
  };
}

function scanOnce(
  socket: string,
): Promise<{ wallMs: number; peakBytes: number; findings: number }> {
  const started = performance.now();
  const child = spawn(
    process.execPath,
    ['dist/cli.js', 'scan', `unix://${socket}`, '--format', 'json', '--fail-on', 'none'],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let peakBytes = 0;
  const watch = setInterval(() => {
    peakBytes = Math.max(peakBytes, highWater(child.pid));
  }, 5);
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      clearInterval(watch);
      const wallMs = performance.now() - started;
      if (code !== 0) return reject(new Error(`the scan ended with ${code}`));
      // Our own command line's output, read back to make sure that there was something to measure.
      const { findings } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as {
        findings: unknown[];
      };
      resolve({ wallMs, peakBytes, findings: findings.length });
    });
  });
}
