import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { settingsForFiles } from '../src/cli/terminal/expect-short-run.ts';
import { median } from './median.ts';
import { buildFileNumber, composeFileNumber, servicesEach } from './project-files.ts';

const took = z.object({ ms: z.number(), cpuMs: z.number() });

const onceSchema = z.object({
  read: took,
  judge: took,
  all: took,
  buildFiles: z.number(),
  services: z.number(),
  findings: z.number(),
  peakBytes: z.number(),
});

type Once = z.output<typeof onceSchema>;

/**
 * What judging a project of many files took: medians of each step, in milliseconds, in a process of which V8 was told
 * what the command line tells it.
 */
export interface FileFigures extends Pick<Once, 'buildFiles' | 'services' | 'findings'> {
  /** Reading the bytes of every file, one after the other, and nothing more. */
  readonly floorMs: number;
  readonly readMs: number;
  readonly judgeMs: number;
  readonly allMs: number;
  /** The processor's time of the whole, threads that collect garbage among it. */
  readonly allCpuMs: number;
  /** The whole in a process of which V8 was told nothing: a program of one's own that calls the library. */
  readonly untoldMs: number;
  /** `plimsoll scan .` from its start to its end, its failures printed as lines. */
  readonly scanMs: number;
  /** Highest resident set of any run, bytes. */
  readonly peakBytes: number;
}

const root = fileURLToPath(new URL('..', import.meta.url));

function once(folder: string, settings: readonly string[]): Once {
  const args = [...settings, 'bench/files-once.mjs', folder];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root });
  if (status !== 0) throw new Error(`reading the files ended with ${status}: ${stderr.toString()}`);
  return onceSchema.parse(JSON.parse(stdout.toString()));
}

function scanMs(folder: string): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), 'scan', '.'], {
    cwd: folder,
    maxBuffer: 2 ** 28,
  });
  const ms = performance.now() - started;
  // 1: something failed at or over the threshold.
  if (status !== 1) {
    throw new Error(`scanning the files ended with ${status}: ${stderr.toString()}`);
  }
  return ms;
}

function bareMs(folder: string): number {
  const script = `
    const { readdirSync, readFileSync } = require('node:fs');
    const started = performance.now();
    for (const name of readdirSync(${JSON.stringify(folder)}, { recursive: true })) {
      if (/(?:Dockerfile|yaml)$/.test(name)) readFileSync(${JSON.stringify(`${folder}/`)} + name, 'utf8');
    }
    console.log(performance.now() - started);`;
  return Number(spawnSync(process.execPath, ['-e', script]).stdout.toString());
}

/** Writes a thousand Dockerfiles and a thousand services, judges them in a process of their own, and removes them. */
export function benchFiles(rounds = 5, count = 1000): FileFigures {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-bench-'));
  try {
    writeFiles(folder, count);
    const floors: number[] = [];
    const runs: Once[] = [];
    const untold: Once[] = [];
    const scans: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      floors.push(bareMs(folder));
      runs.push(once(folder, settingsForFiles));
      untold.push(once(folder, []));
      scans.push(scanMs(folder));
    }
    const [first] = runs;
    const middle = (of: (run: Once) => number): number => median(runs.map(of));
    return {
      buildFiles: first?.buildFiles ?? 0,
      services: first?.services ?? 0,
      findings: first?.findings ?? 0,
      floorMs: median(floors),
      readMs: middle(({ read }) => read.ms),
      judgeMs: middle(({ judge }) => judge.ms),
      allMs: middle(({ all }) => all.ms),
      allCpuMs: middle(({ all }) => all.cpuMs),
      untoldMs: median(untold.map(({ all }) => all.ms)),
      scanMs: median(scans),
      peakBytes: Math.max(...runs.map(({ peakBytes }) => peakBytes)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeFiles(folder: string, count: number): void {
  const write = (name: string, file: string, text: string): void => {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, file), text);
  };
  for (let at = 0; at < count; at += 1) write(`build-${at}`, 'Dockerfile', buildFileNumber(at));
  for (let at = 0; at < count / servicesEach; at += 1) {
    write(`project-${at}`, 'compose.yaml', composeFileNumber(at));
  }
}
