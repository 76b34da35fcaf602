import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The built command line; the tests run what users run. */
export const cliPath = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** What a run of the command line left behind. */
export interface CliRun {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How to run it. */
export interface CliOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Written to standard input. */
  readonly input?: string;
  /** Numeric user and group to run as, with no other groups and no capabilities. */
  readonly uid?: number;
  /** Process whose network namespace it runs in. */
  readonly networkOf?: number;
  /** Process on whose host it runs: with its files, its processes and its network. */
  readonly hostOf?: number;
}

/** The folder and the environment of a run: those of nobody in particular, and what is asked for beside that. */
export function placeOf({ cwd, env }: Pick<CliOptions, 'cwd' | 'env'>) {
  if (!existsSync(cliPath)) throw new Error('dist/cli.js is missing. Build it with: npm run build');
  return {
    cwd: cwd ?? fileURLToPath(new URL('../..', import.meta.url)),
    env: { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', NO_COLOR: '1', ...env },
  };
}

/** Runs `plimsoll` with these arguments in a process of its own. */
export function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  const { networkOf, hostOf, uid } = options;
  const enter =
    hostOf !== undefined
      ? ['nsenter', '-t', String(hostOf), '-m', '-p', '-n', '--']
      : networkOf !== undefined
        ? ['nsenter', `--net=/proc/${networkOf}/ns/net`, '--']
        : [];
  const become =
    uid === undefined ? [] : ['setpriv', `--reuid=${uid}`, `--regid=${uid}`, '--clear-groups'];
  const [program = '', ...words] = [...enter, ...become, process.execPath, cliPath, ...args];
  const child = spawn(program, words, placeOf(options));
  child.stdin.end(options.input ?? '');
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({
        status: code ?? -1,
        stdout: Buffer.concat(out).toString('utf8'),
        stderr: Buffer.concat(err).toString('utf8'),
      });
    });
  });
}
