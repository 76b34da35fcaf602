import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { median } from './median.ts';
import { writeEmptyProject, writeOwnProject } from './own-project.ts';

/** How long the compiler takes over a team's project, against one with nothing in it. */
export interface TypesFigures {
  readonly controls: number;
  readonly frameworks: number;
  /** Median milliseconds of `tsc` on a project without a line: the floor. */
  readonly emptyMs: number;
  /** Median milliseconds of one that defines a single control of its own, so that it reads all types of the package. */
  readonly oneMs: number;
  /** Median milliseconds of the whole. */
  readonly allMs: number;
  /** The floor in processor time, user and system: what else runs keeps the compiler waiting. */
  readonly emptyCpuMs: number;
  /** The whole in processor time. */
  readonly allCpuMs: number;
}

const compiler = path.join(import.meta.dirname, '../node_modules/typescript/lib/tsc.js');

/** Milliseconds of the clock and of the processor, as the compiler's own process counts them. */
function compile(folder: string): { readonly ms: number; readonly cpuMs: number } {
  const counted = `process.on('exit', () => { const { user, system } = process.cpuUsage(); console.error((user + system) / 1e3); });
process.argv.splice(1, 0, ''); require(${JSON.stringify(compiler)});`;
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [
    '-e',
    counted,
    '--',
    '-p',
    folder,
  ]);
  const ms = performance.now() - started;
  if (status !== 0) throw new Error(`tsc ended with ${status}: ${stdout.toString()}`);
  return { ms, cpuMs: Number(stderr.toString().trim()) };
}

/** Takes turns, so that a slow moment of the machine falls on all alike. */
export function benchTypes(controls = 300, frameworks = 3, rounds = 3): TypesFigures {
  const folder = mkdtempSync(path.join(tmpdir(), 'plimsoll-types-'));
  try {
    const place = (name: string): string => mkdtempSync(path.join(folder, `${name}-`));
    const [empty, one, all] = [place('empty'), place('one'), place('all')];
    writeEmptyProject(empty);
    writeOwnProject(one, { controls: 1, frameworks: 1 });
    writeOwnProject(all, { controls, frameworks });
    const runs = Array.from({ length: rounds }, () => [empty, one, all].map(compile));
    const at = (project: number, of: 'ms' | 'cpuMs'): number =>
      median(runs.map((run) => run[project]?.[of] ?? 0));
    return {
      controls,
      frameworks,
      emptyMs: at(0, 'ms'),
      oneMs: at(1, 'ms'),
      allMs: at(2, 'ms'),
      emptyCpuMs: at(0, 'cpuMs'),
      allCpuMs: at(2, 'cpuMs'),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
