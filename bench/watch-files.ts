import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { median } from './median.ts';
import { buildFileNumber } from './project-files.ts';

/** From when a file is saved to what is printed of it, milliseconds. */
export interface WatchedFilesFigures {
  readonly files: number;
  /** A process that prints a line for an event of `fs.watch`, and does nothing more. */
  readonly floorMs: number;
  /** `plimsoll scan . --watch`: the verdict. */
  readonly verdictMs: number;
  readonly slowestMs: number;
}

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const bare = `
  let last = 0;
  require('node:fs').watch('folder-5', () => {
    if (Date.now() - last > 200) console.log('"kind":"reading"');
    last = Date.now();
  });
  console.log('"kind":"reading"');`;

/** Writes many Dockerfiles, and saves one of them again and again while they are followed. */
export async function benchWatchFiles(count = 1000, rounds = 5): Promise<WatchedFilesFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-bench-'));
  try {
    for (let at = 0; at < count; at += 1) save(folder, at, buildFileNumber(at));
    // Each save makes a difference, the first as well: what makes none prints nothing.
    save(folder, 5, `${buildFileNumber(5)}USER 1\n`);
    const floors = await follow(folder, ['-e', bare], rounds);
    save(folder, 5, `${buildFileNumber(5)}USER 1\n`);
    const verdicts = await follow(folder, [cli, 'scan', '.', '--watch', '--json'], rounds);
    return {
      files: count,
      floorMs: median(floors),
      verdictMs: median(verdicts),
      slowestMs: Math.max(...verdicts),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function save(folder: string, at: number, text: string): void {
  mkdirSync(join(folder, `folder-${at}`), { recursive: true });
  writeFileSync(join(folder, `folder-${at}`, 'Dockerfile'), text);
}

/** What each save took; the first line of a process says that it follows. */
async function follow(folder: string, args: readonly string[], rounds: number): Promise<number[]> {
  const child: ChildProcess = spawn(process.execPath, args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!child.stdout) throw new Error('A process that is followed has an output.');
  const took: number[] = [];
  let saved: number | undefined;
  const next = (): void => {
    saved = performance.now();
    save(folder, 5, `${buildFileNumber(5)}USER ${took.length % 2}\n`);
  };
  let isFirst = true;
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (!line.includes('"kind":"reading"') || (saved === undefined && !isFirst)) return;
    isFirst = false;
    if (saved !== undefined) took.push(performance.now() - saved);
    saved = undefined;
    // What is still to come of the last save is not counted to the next.
    if (took.length < rounds) setTimeout(next, 500);
    else child.kill('SIGINT');
  });
  await once(child, 'close');
  return took;
}
