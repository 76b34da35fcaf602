import { execFileSync } from 'node:child_process';
import { openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { frameworkIndex } from 'plimsoll/frameworks';
import { median } from './median.ts';

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const rounds = 9;

/** One scan of a real engine, rolled up for one framework and for all of them. */
export interface FrameworkFigures {
  readonly frameworks: number;
  /** `plimsoll scan --json --framework pci-dss-4.0.1` as a process of its own, ms. */
  readonly oneMs: number;
  /** The same with `--framework all`, ms. */
  readonly allMs: number;
}

/** Scans the engine at this socket by one framework and by all, in turns. */
export function benchFrameworks(socket: string): FrameworkFigures {
  const nowhere = openSync('/dev/null', 'w');
  const scan = (framework: string): number => {
    const started = performance.now();
    execFileSync(
      process.execPath,
      [
        cli,
        'scan',
        `unix://${socket}`,
        '--json',
        '--quiet',
        '--fail-on',
        'none',
        '--framework',
        framework,
      ],
      { stdio: ['ignore', nowhere, 'ignore'] },
    );
    return performance.now() - started;
  };
  const one: number[] = [];
  const all: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    one.push(scan('pci-dss-4.0.1'));
    all.push(scan('all'));
  }
  return { frameworks: frameworkIndex.length, oneMs: median(one), allMs: median(all) };
}
