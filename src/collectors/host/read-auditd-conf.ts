import { posix } from 'node:path';
import type { Host } from '../../core/subjects/host/host.ts';
import type { Source } from '../../core/facts/source.ts';
import { text } from '../../core/text.ts';
import { parseAuditdConf, type AuditdSetting } from '../../syntax/auditd/parse-auditd-conf.ts';
import { listFolder } from '../files/list-folder.ts';
import { readText } from '../files/read-text.ts';
import { statFile, type FileFact, type Names } from '../files/stat-file.ts';
import { missing, sourced, type Missing, type Partly } from '../gathering/partial-facts.ts';
import { absent } from '../../files/file-error.ts';
import { attempt, unread, unreadFile, type Reading } from '../gathering/unread-gap.ts';

type AuditStorage = NonNullable<Host['audit']['storage']>;

const path = '/etc/audit/auditd.conf';

const usualLog = '/var/log/audit/audit.log';

/** Actions that auditd knows of when its disk runs full or fails. */
const failureActions = [
  ...(['ignore', 'syslog', 'rotate', 'email', 'exec', 'suspend', 'single', 'halt'] as const),
];

/** Actions that it knows of when a file of the log is as large as it may be. */
const sizeActions = ['ignore', 'syslog', 'suspend', 'rotate', 'keep_logs'] as const;

/**
 * Reads how auditd keeps its log, by its configuration; `null` where there is none. What the file does not set is what
 * auditd takes by itself: it does nothing when the disk is nearly full, or full, or when a file has its size.
 *
 * @see https://github.com/linux-audit/audit-userspace/blob/master/src/auditd-config.c
 */
export async function readAuditStorage(
  root: string,
): Promise<Reading<Partly<AuditStorage> | null>> {
  const whole: Source = { kind: 'file', path };
  const settings = await readSettings(root);
  if ('unread' in settings) return settings;
  return { value: settings.value && storageOf(settings.value, whole), source: whole };
}

async function readSettings(root: string): Promise<Reading<readonly AuditdSetting[] | null>> {
  const source: Source = { kind: 'file', path };
  try {
    const { tree, problems } = parseAuditdConf(await readText(root, path));
    const [problem] = problems;
    return problem ? { unread: notUnderstood(problem.line) } : { value: tree, source };
  } catch (error) {
    return absent(error) ? { value: null, source } : { unread: unreadFile(path, error) };
  }
}

function storageOf(settings: readonly AuditdSetting[], whole: Source): Partly<AuditStorage> {
  /** The last line on a name counts. */
  const value = <T>(name: string, own: T, understand: (word: string) => T | undefined) => {
    const found = settings.findLast((each) => each.name === name);
    if (found === undefined) return sourced(own, whole);
    const read = understand(found.value);
    const { line } = found;
    return read === undefined ? gap(line) : sourced(read, { kind: 'file' as const, path, line });
  };
  const action = (name: string, own: AuditStorage['whenFull']) =>
    value(name, own, oneOf(failureActions));
  return {
    file: value('log_file', usualLog, (word) => (word.startsWith('/') ? word : undefined)),
    written: settings.some(({ name, value: word }) => name === 'log_format' && word === 'nolog')
      ? sourced(false, whole)
      : value('write_logs', true, (word) => ({ yes: true, no: false })[word]),
    whenLow: action('space_left_action', 'ignore'),
    whenVeryLow: action('admin_space_left_action', 'ignore'),
    whenFull: action('disk_full_action', 'ignore'),
    onError: action('disk_error_action', 'syslog'),
    whenLarge: value('max_log_file_action', 'ignore', oneOf(sizeActions)),
    files: value('num_logs', 0, wholeNumber),
    megabytes: value('max_log_file', 0, wholeNumber),
  };
}

const oneOf =
  <T extends string>(known: readonly T[]) =>
  (word: string): T | undefined =>
    known.find((each) => each === word);

const wholeNumber = (word: string): number | undefined =>
  /^\d{1,6}$/.test(word) ? Number(word) : undefined;

const gap = (line: number): Missing => missing(notUnderstood(line));

const notUnderstood = (line: number) =>
  unread(
    'not-understood',
    text(
      'auditd would not start with this line, or it cannot be parsed',
      'auditd 会因此行而无法启动，或此行未能解析',
    ),
    { kind: 'file', path, line },
  );

/** Owner and mode of the log that auditd writes, of those that it has put aside, and of their folder. */
export async function readAuditLog(
  root: string,
  names: Names,
): Promise<Reading<readonly FileFact[]>> {
  const settings = await readSettings(root);
  if ('unread' in settings) return settings;
  const file = settings.value?.findLast(({ name }) => name === 'log_file')?.value ?? usualLog;
  const { dir, base } = posix.parse(file);
  return attempt(dir, async () => {
    const logs = (await listFolder(root, dir)).filter(({ name }) => name.startsWith(base));
    const paths = logs.map(({ name }) => posix.join(dir, name));
    const found = await Promise.all(
      [dir, ...paths].map(async (each) => statFile(root, each, names)),
    );
    return found.filter((each) => each !== null);
  });
}
