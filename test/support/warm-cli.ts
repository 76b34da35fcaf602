import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { cliPath, placeOf, type CliOptions, type CliRun } from './cli.ts';

const runner = fileURLToPath(new URL('warm-cli-process.mjs', import.meta.url));
const runSchema = z.object({ status: z.number(), stdout: z.string(), stderr: z.string() });

/** The process that has run the command line before, and the runs that it has been asked for. */
let warm: ChildProcess | undefined;
let queue: Promise<unknown> = Promise.resolve();

/**
 * Runs `plimsoll` with these arguments, one run after the other, in a process that is kept: what comes out is the same
 * as of one of its own, without the half second in which everything is loaded. Not for what is about the process itself:
 * how it starts and ends, its signals and its input, or two of them at once.
 */
export function runWarmCli(
  args: readonly string[],
  options: Pick<CliOptions, 'cwd' | 'env'> = {},
): Promise<CliRun> {
  const run = queue.then(() => ask((warm ??= start()), { args, ...placeOf(options) }));
  queue = run.catch(() => undefined);
  return run;
}

/** It ends with this process, and does not keep it from ending. */
function start(): ChildProcess {
  const child = fork(runner, [cliPath], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  child.unref();
  return child;
}

function ask(child: ChildProcess, run: object): Promise<CliRun> {
  return new Promise((resolve, reject) => {
    const said: Buffer[] = [];
    const listen = (chunk: Buffer): void => {
      said.push(chunk);
    };
    const stop = (): void => {
      child.off('message', answered).off('exit', ended);
      child.stderr?.off('data', listen);
    };
    const answered = (left: unknown): void => {
      stop();
      resolve(runSchema.parse(left));
    };
    const ended = (): void => {
      stop();
      warm = undefined;
      reject(new Error(`the command line broke its process: ${Buffer.concat(said).toString()}`));
    };
    child.on('message', answered).on('exit', ended);
    child.stderr?.on('data', listen);
    child.send(run);
  });
}
