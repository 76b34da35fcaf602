import { posix } from 'node:path';
import { text } from '../../core/text.ts';
import {
  matches,
  parseSshdConfig,
  type SshdStatement,
} from '../../syntax/sshd/parse-sshd-config.ts';
import { listFolder } from '../files/list-folder.ts';
import { readText } from '../files/read-text.ts';
import { sshKeywords } from '../../knowledge/ssh.ts';
import { absent } from '../../files/file-error.ts';
import { unread, unreadFile, type Reading, type Unread } from '../gathering/unread-gap.ts';
import { readRunningSshd } from './sshd-in-force.ts';

/** A statement, where it stands, and the `Match` that it stands below; `''` is everybody. */
export interface PlacedStatement extends SshdStatement {
  readonly file: string;
  readonly match: string;
}

/** As deep as sshd itself follows includes. */
const includesAtMost = 16;

/** Files, each as often as it is included. */
const filesAtMost = 1_000;

/** Blocks of `Match`: a person writes a handful. */
const matchesAtMost = 500;

/** Where options stand that a service is started with, which outrank the files. */
const optionFiles = ['/etc/default/ssh', '/etc/sysconfig/sshd', '/etc/conf.d/sshd'] as const;

/** The system's own, and the vendor's where there is none. */
const places = ['/etc/ssh/sshd_config', '/usr/etc/ssh/sshd_config'] as const;

/**
 * Reads the statements of sshd_config with those of all files that it includes, in their order; `null` where there is no
 * such file, and so no server of OpenSSH.
 */
export async function readSshdConfig(
  root: string,
  procRoot: string,
): Promise<Reading<readonly PlacedStatement[] | null>> {
  const running = await readRunningSshd(root, procRoot);
  if (running && 'reason' in running) return { unread: running };
  for (const path of running?.file === undefined ? places : [running.file]) {
    try {
      await readText(root, path);
    } catch (error) {
      if (absent(error)) continue;
      return { unread: unreadFile(path, error) };
    }
    const given = running && parseSshdConfig(running.lines.join('\n'));
    const found = (given?.tree ?? []).map((each) => ({
      ...each,
      file: running?.path ?? '',
      match: '',
    }));
    const stopped =
      (given && given.problems.length > 0 ? notUnderstood(running.path) : undefined) ??
      unknownAmong(found) ??
      (await readOne(path, '', { root, found, files: 0, matches: 0 }, 0)) ??
      (running ? undefined : await startedOtherwise(root));
    return stopped ? { unread: stopped } : { value: found, source: { kind: 'file', path } };
  }
  return { value: null, source: { kind: 'file', path: places[0] } };
}

interface Tally {
  readonly root: string;
  readonly found: PlacedStatement[];
  files: number;
  matches: number;
}

async function readOne(
  path: string,
  below: string,
  tally: Tally,
  depth: number,
): Promise<Unread | undefined> {
  tally.files += 1;
  if (depth > includesAtMost || tally.files > filesAtMost) return tooMany(path);
  let lines: string;
  try {
    lines = await readText(tally.root, path);
  } catch (error) {
    return absent(error) ? undefined : unreadFile(path, error);
  }
  const { tree, problems } = parseSshdConfig(lines);
  const [problem] = problems;
  if (problem) return notUnderstood(path, problem.line);
  const unknown = unknownAmong(tree.map((each) => ({ ...each, file: path })));
  if (unknown) return unknown;
  // A Match reaches to the end of the file that it stands in.
  let match = below;
  for (const statement of tree) {
    if (statement.keyword === 'match') {
      tally.matches += 1;
      if (tally.matches > matchesAtMost) return tooMany(path);
      const own = statement.words.join(' ');
      // Of a file that is included below a Match all is for those of that one.
      match = below === '' ? own : isAll(own) ? below : `${below} ${own}`;
    } else if (statement.keyword !== 'include') {
      tally.found.push({ ...statement, file: path, match });
    } else {
      for (const pattern of statement.words) {
        const whole = pattern.startsWith('/') ? pattern : `/etc/ssh/${pattern}`;
        const files = await filesOf(whole, tally.root);
        if ('reason' in files) return files;
        for (const file of files) {
          const stopped = await readOne(file, match, tally, depth + 1);
          if (stopped) return stopped;
        }
      }
    }
  }
  return undefined;
}

/** The first statement that sshd does not know: with one it does not start, so that what runs was started with another file. */
function unknownAmong(
  statements: readonly Pick<PlacedStatement, 'keyword' | 'file' | 'line'>[],
): Unread | undefined {
  const found = statements.find(({ keyword }) => !sshKeywords.has(keyword));
  return (
    found &&
    unread(
      'not-understood',
      text(
        `sshd does not know ${found.keyword}, and refuses to start with it.`,
        `sshd 不认识 ${found.keyword}，会因此拒绝启动。`,
      ),
      { kind: 'file', path: found.file, line: found.line },
    )
  );
}

/** The files that a pattern stands for, sorted. */
async function filesOf(pattern: string, root: string): Promise<readonly string[] | Unread> {
  const { dir, base } = posix.parse(pattern);
  // A link may stand before what leads up, and a backslash is a sign of patterns.
  if (/[[\]{}*?\\~]|\/\.\.(?:\/|$)/.test(dir) || /[[\]{}\\]/.test(base)) {
    return notUnderstood(pattern);
  }
  if (!/[*?]/.test(base)) return [pattern];
  try {
    const entries = await listFolder(root, dir);
    // A name that is no text cannot be asked for.
    if (entries.some(({ name }) => name.includes('\uFFFD'))) return notUnderstood(dir);
    return entries
      .filter(({ name }) => (base.startsWith('.') || !name.startsWith('.')) && matches(base, name))
      .map(({ name }) => posix.join(dir, name));
  } catch (error) {
    return unreadFile(dir, error);
  }
}

/** `Match all` is for everybody. */
export const isAll = (match: string): boolean => /^all$/i.test(match);

/** Whether a file says that sshd is started with settings, or a file, of other origin. */
async function startedOtherwise(root: string): Promise<Unread | undefined> {
  for (const path of optionFiles) {
    try {
      const lines = await readText(root, path);
      if (
        /^[ \t]*(?:export[ \t]+)?(?:SSHD_OPTS|OPTIONS|SSHD_CONFDIR|SSHD_CONFIG)=.*-[of]/m.test(
          lines,
        )
      ) {
        return notUnderstood(path);
      }
    } catch (error) {
      if (!absent(error)) return unreadFile(path, error);
    }
  }
  return undefined;
}

const tooMany = (path: string): Unread =>
  unread(
    'unsupported',
    text('sshd_config includes too many files.', 'sshd_config 包含的文件过多。'),
    { kind: 'file', path },
  );

const notUnderstood = (path: string, line?: number): Unread =>
  unread(
    'not-understood',
    text('A line of sshd_config was not understood.', '无法解析 sshd_config 中的一行。'),
    { kind: 'file', path, ...(line === undefined ? {} : { line }) },
  );
