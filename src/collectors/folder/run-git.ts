import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { PlimsollError } from '../../core/errors.ts';
import { text, type Text } from '../../core/text.ts';

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

/** A repository that lacks objects would fetch them, by a program that its own settings name. */
const offline = { GIT_ALLOW_PROTOCOL: 'none', GIT_NO_LAZY_FETCH: '1' };

interface GitOptions {
  /** Milliseconds that it has. */
  readonly patience?: number;
  /** Further variables of its environment. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * The settings, as variables, that empty every filter of a repository: each is a program that git would run on the files
 * that it compares.
 *
 * @throws PlimsollError `git-failed`, `scan-aborted`
 */
export async function withoutFilters(
  folder: string,
  signal?: AbortSignal,
): Promise<Readonly<Record<string, string>>> {
  const listed = await runGit(folder, ['config', '--list', '--name-only', '-z'], signal);
  const keys = partsOf(listed).filter((key) =>
    /^filter\..*\.(?:clean|smudge|process|required)$/s.test(key),
  );
  const before = Number(process.env['GIT_CONFIG_COUNT'] ?? 0);
  const filters = [...new Set(keys)];
  const emptied = filters.flatMap((key, at): readonly (readonly [string, string])[] => [
    [`GIT_CONFIG_KEY_${before + at}`, key],
    [`GIT_CONFIG_VALUE_${before + at}`, key.endsWith('.required') ? 'false' : ''],
  ]);
  return { GIT_CONFIG_COUNT: String(before + filters.length), ...Object.fromEntries(emptied) };
}

/**
 * Asks git something in a folder, and answers what it printed. Nothing is written, not even the index.
 *
 * @throws PlimsollError `git-failed` when there is no git, it refuses, or does not end; `scan-aborted`
 */
export async function runGit(
  folder: string,
  args: readonly string[],
  signal?: AbortSignal,
  { patience = usualPatience, settings = {} }: GitOptions = {},
): Promise<string> {
  try {
    const { stdout, stderr } = await run('git', ['--no-optional-locks', ...harmless, ...args], {
      cwd: folder,
      maxBuffer: bytesAtMost,
      timeout: patience,
      killSignal: 'SIGKILL',
      env: {
        ...withoutRepository(),
        ...offline,
        ...settings,
        LC_ALL: 'C',
        GIT_TERMINAL_PROMPT: '0',
      },
      ...(signal ? { signal } : {}),
    });
    // Of a folder that it may not enter git says so, and goes on as if nothing were in it.
    const [hidden] = /could not open directory .*$/m.exec(stderr) ?? [];
    if (hidden !== undefined) throw new Error(hidden);
    return stdout;
  } catch (cause) {
    if (signal?.aborted) {
      const what = text(
        `The collection was ended while git was asked in ${folder}.`,
        `正在 ${folder} 中询问 git 时，采集即已结束。`,
      );
      throw new PlimsollError('scan-aborted', what, { cause });
    }
    throw new PlimsollError(
      'git-failed',
      text(
        `git, asked in ${folder}: ${whyOf(cause, patience).en}`,
        `在 ${folder} 中运行 git：${whyOf(cause, patience).zh}`,
      ),
      {
        cause,
      },
    );
  }
}

function whyOf(cause: unknown, patience: number): Text {
  const memberOf = (what: string): unknown =>
    cause instanceof Error ? Reflect.get(cause, what) : undefined;
  // This one is killed as well.
  if (memberOf('code') === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') {
    return text(`it said more than ${bytesAtMost} bytes`, `其输出超过 ${bytesAtMost} 字节`);
  }
  if (memberOf('killed') === true) {
    const seconds = patience / 1000;
    return text(`it did not end within ${seconds} seconds`, `未在 ${seconds} 秒内结束`);
  }
  const said = memberOf('stderr');
  const [line = ''] = typeof said === 'string' ? said.trim().split('\n', 1) : [];
  const own = cause instanceof Error && memberOf('code') === undefined ? cause.message : undefined;
  const reason = line || own;
  return reason ? text(reason, reason) : text('git could not be started', '无法启动 git');
}

/** The environment without the variables that git gives a hook, which apply only to the hook's own folder. */
const withoutRepository = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX'].includes(name),
    ),
  );

/** A list that git ended with NUL after each item. */
export const partsOf = (listed: string): readonly string[] =>
  listed.split('\0').filter((each) => each !== '');
