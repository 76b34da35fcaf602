import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { PlimsollError } from '../../core/errors.ts';

const run = promisify(execFile);

/** Far more than the names of any repository that is worked on. */
const bytesAtMost = 256 << 20;

/** Milliseconds: five minutes, in which the largest of repositories are listed. */
const usualPatience = 300_000;

/** Settings of a repository that would start programs, or let one be smuggled into another. */
const harmless = [
  ...['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'],
  ...['-c', 'safe.bareRepository=explicit', '-c', 'core.quotePath=false'],
];

/**
 * Asks git something in a folder, and answers what it printed. Nothing is written, not even the index.
 *
 * @param patience milliseconds that it has
 * @throws PlimsollError `git-failed` when there is no git, it refuses, or does not end; `scan-aborted`
 */
export async function runGit(
  folder: string,
  args: readonly string[],
  signal?: AbortSignal,
  patience = usualPatience,
): Promise<string> {
  try {
    const { stdout, stderr } = await run('git', ['--no-optional-locks', ...harmless, ...args], {
      cwd: folder,
      maxBuffer: bytesAtMost,
      timeout: patience,
      killSignal: 'SIGKILL',
      env: { ...withoutRepository(), LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' },
      ...(signal ? { signal } : {}),
    });
    // Of a folder that it may not enter git says so, and goes on as if nothing were in it.
    const [hidden] = /could not open directory .*$/m.exec(stderr) ?? [];
    if (hidden !== undefined) throw new Error(hidden);
    return stdout;
  } catch (cause) {
    if (signal?.aborted) {
      const what = `The collection was ended while git was asked in ${folder}.`;
      throw new PlimsollError('scan-aborted', what, { cause });
    }
    throw new PlimsollError('git-failed', `git, asked in ${folder}: ${whyOf(cause, patience)}`, {
      cause,
    });
  }
}

function whyOf(cause: unknown, patience: number): string {
  const told = (what: string): unknown =>
    cause instanceof Error ? Reflect.get(cause, what) : undefined;
  // This one is killed as well.
  if (told('code') === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') {
    return `it said more than ${bytesAtMost} bytes`;
  }
  if (told('killed') === true) return `it did not end within ${patience / 1000} seconds`;
  const said = told('stderr');
  const [line] = typeof said === 'string' ? said.trim().split('\n', 1) : [];
  const own = cause instanceof Error && told('code') === undefined ? cause.message : undefined;
  return line || own || 'git could not be started';
}

/** The surroundings without what a hook of git is told, which holds for the hook's own folder alone. */
const withoutRepository = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX'].includes(name),
    ),
  );

/** A list that git ended with NUL after each item. */
export const partsOf = (text: string): readonly string[] =>
  text.split('\0').filter((each) => each !== '');
