import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { PlimsollError } from '../../core/errors.ts';

const run = promisify(execFile);

/** Far more than the names of any repository that is worked on. */
const bytesAtMost = 256 << 20;

/** Settings of a repository that would start programs, or let one be smuggled into another. */
const harmless = [
  ...['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'],
  ...['-c', 'safe.bareRepository=explicit', '-c', 'core.quotePath=false'],
];

/**
 * Asks git something in a folder, and answers what it printed. Nothing is written, not even the index.
 *
 * @throws PlimsollError `git-failed` when there is no git, or it refuses
 */
export async function runGit(
  folder: string,
  args: readonly string[],
  signal?: AbortSignal,
): Promise<string> {
  try {
    const { stdout } = await run('git', ['--no-optional-locks', ...harmless, ...args], {
      cwd: folder,
      maxBuffer: bytesAtMost,
      env: { ...withoutRepository(), LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' },
      ...(signal ? { signal } : {}),
    });
    return stdout;
  } catch (cause) {
    const said = cause instanceof Error ? String(Reflect.get(cause, 'stderr') ?? '') : '';
    const why = said.trim().split('\n', 1)[0] || 'git could not be started';
    throw new PlimsollError('git-failed', `git, asked in ${folder}: ${why}`, { cause });
  }
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
