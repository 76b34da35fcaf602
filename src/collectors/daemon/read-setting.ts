import type { Source } from '../../core/facts/source.ts';
import { unread, type Reading, type Unread } from '../gathering/unread-gap.ts';
import type { DaemonFile } from './daemon-file.ts';
import type { DaemonFlags } from './daemon-flags.ts';
import type { DaemonSetting } from './daemon-reading.ts';
import type { SettingForm } from './daemon-settings.ts';
import { text } from '../../core/text.ts';

/** The settings of one daemon, from both sides. */
export interface DaemonWords {
  readonly flags: DaemonFlags;
  /** Where the flags were read. */
  readonly flagSource: Source;
  /** The configuration file as it is now; or why it could not be read. */
  readonly file: DaemonFile | { readonly unread: Unread };
  /** Why the file may not be what the daemon started with; absent when it surely is. */
  readonly changed?: Unread;
}

/** Reads one setting: what is configured, and what the daemon runs with. An engine refuses a setting given twice. */
export function readSetting<T>(form: SettingForm<T>, words: DaemonWords): DaemonSetting<T> {
  const flag = readFlag(form, words);
  if (flag) return { configured: flag, inForce: flag };
  const configured = readKey(form, words);
  if ('unread' in configured) return { configured, inForce: configured };
  if (words.changed) return { configured, inForce: { unread: words.changed } };
  const { value, source } = configured;
  return { configured, inForce: { value: value ?? form.fallback, source } };
}

function readFlag<T>(
  form: SettingForm<T>,
  { flags, flagSource }: DaemonWords,
): Reading<T> | undefined {
  if (!flags.has(form.flag)) return undefined;
  const value = form.fromFlags(flags);
  if (value !== undefined) return { value, source: flagSource };
  return {
    unread: unread(
      'malformed',
      text(`The flag --${form.flag} was not understood.`, `无法解析参数 --${form.flag}。`),
      flagSource,
    ),
  };
}

/** What is not mentioned was looked for in both places; the flags are named, since they always exist. */
function readKey<T>(form: SettingForm<T>, { file, flagSource }: DaemonWords): Reading<T | null> {
  if ('unread' in file) return file;
  const key = form.key ?? form.flag;
  const entry = file.entries.get(key);
  if (!entry) return { value: null, source: file.exists ? fileSource(file.path) : flagSource };
  const source = fileSource(file.path, entry.line);
  const value = form.fromFile(entry.value);
  if (value !== undefined) return { value, source };
  return {
    unread: unread(
      'malformed',
      text(`The engine takes no such value for ${key}.`, `引擎不接受 ${key} 的这一取值。`),
      source,
    ),
  };
}

const fileSource = (path: string, line?: number): Source => ({
  kind: 'file',
  path,
  ...(line === undefined ? {} : { line }),
});
