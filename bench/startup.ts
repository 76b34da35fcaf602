import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from './median.ts';

/** How long the command line takes to say its version, against a bare node. */
export interface StartupFigures {
  /** Median milliseconds of `node -e 0`: the floor. */
  readonly bareMs: number;
  /** Median milliseconds of `plimsoll --version`. */
  readonly versionMs: number;
  /** Median milliseconds of importing the light door. */
  readonly importMs: number;
  /** Heavy packages that importing the light door loaded; must be empty. */
  readonly heavyModules: readonly string[];
}

const root = fileURLToPath(new URL('..', import.meta.url));

function time(args: readonly string[]): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root });
  if (status !== 0) {
    throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr.toString()}`);
  }
  return performance.now() - started;
}

/** Takes turns, so that a slow moment of the machine falls on all alike. */
export function benchStartup(rounds = 15): StartupFigures {
  const bare: number[] = [];
  const version: number[] = [];
  const imported: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(time(['-e', '0']));
    version.push(time(['dist/cli.js', '--version']));
    imported.push(time(['--input-type=module', '-e', "await import('plimsoll')"]));
  }
  return {
    bareMs: median(bare),
    versionMs: median(version),
    importMs: median(imported),
    heavyModules: loadedBy('plimsoll'),
  };
}

const heavy = ['yaml', 'ts-morph', 'jiti', '@myriaddreamin/typst-ts-node-compiler'];

/** Which heavy packages are resolved while a door is imported, as node itself reports them. */
function loadedBy(door: string): readonly string[] {
  const { stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', `await import('${door}')`],
    { cwd: root, env: { ...process.env, NODE_DEBUG: 'esm,module' }, maxBuffer: 64 * 1024 * 1024 },
  );
  const said = stderr.toString();
  return heavy.filter((name) => said.includes(`node_modules/${name}/`));
}
