import { basename } from './base-name.ts';
import { withoutLaunchers } from './launchers.ts';
import { fetcherNames } from './programs.ts';
import { substituted } from './read-words.ts';
import type { ShellCommand } from './shell-command.ts';

/**
 * What is known of a text: itself, that it is fetched, that a script makes it of its own words in a way which is not read here, or
 * nothing.
 */
export type KnownText = { readonly text: string } | 'fetched' | 'made' | 'unknown';

export type Read = Pick<ShellCommand, 'words' | 'input' | 'bodies' | 'inner'>;

/** Nobody chains more commands than this. */
const longest = 50;

/** What some commands print, one behind the other. */
export function textPrinted(commands: readonly Read[], left = longest): KnownText {
  if (commands.some((command) => isFetched(command))) return 'fetched';
  const texts: string[] = [];
  for (const command of commands) {
    const text = textOf(command, left);
    if (text === undefined) return isOfOwnWords(command, left) ? 'made' : 'unknown';
    texts.push(text);
  }
  return commands.length === 0 ? 'unknown' : { text: texts.join('') };
}

/** Whether a command gives what it, or one before it in its pipe, fetches. */
function isFetched(command: Read): boolean {
  const seen = new Set<Read>([command]);
  for (const { words, input } of seen) {
    if (fetcherNames.has(basename(withoutLaunchers(words)[0] ?? '').toLowerCase())) return true;
    if (seen.size < longest) for (const each of input) seen.add(each);
  }
  return false;
}

/** Whether a command is fed with what the script itself says, whatever it makes of that: `echo … | base64 -d`. */
function isOfOwnWords(command: Read, left: number): boolean {
  const read = textRead(command, left);
  return typeof read === 'object' ? read.text !== '' : read === 'made';
}

/** What is read by a command: a heredoc, or what comes through a pipe. */
export function textRead({ bodies, input }: Read, left = longest): KnownText {
  if (bodies.length === 0) return left > 0 ? textPrinted(input, left - 1) : 'unknown';
  return { text: `${bodies.join('\n')}\n` };
}

function textOf(command: Read, left: number): string | undefined {
  const [path = '', ...rest] = command.words;
  const name = basename(path);
  if (rest.some((word) => word.includes(substituted))) return undefined;
  if (name === 'true' || name === ':' || name === 'set') return '';
  if (name === 'echo') return echoed(rest);
  if (name === 'printf') return printed(rest);
  const isCopy = (name === 'cat' && rest.every((word) => word === '-')) || name === 'tee';
  if (!isCopy) return undefined;
  const read = textRead(command, left);
  return typeof read === 'string' ? undefined : read.text;
}

function echoed(words: readonly string[]): string | undefined {
  const from = words.findIndex((word) => !/^-[neE]+$/.test(word));
  const options = (from < 0 ? words : words.slice(0, from)).join('');
  const text = from < 0 ? '' : words.slice(from).join(' ');
  // Some shells read escapes without being asked to.
  if (/\\[^n\\'"$]|\\0|\\x/.test(text)) return undefined;
  return text.replaceAll('\\n', '\n') + (options.includes('n') ? '' : '\n');
}

function printed([format = '', ...values]: readonly string[]): string | undefined {
  if (/\\[^nt\\'"$]/.test(format) || values.some((value) => value.includes('\\'))) return undefined;
  const places = format.match(/%./g) ?? [];
  if (places.some((place) => !/^%[sb%]$/.test(place))) return undefined;
  const holes = places.filter((place) => place !== '%%').length;
  const rounds = holes === 0 ? 1 : Math.max(1, Math.ceil(values.length / holes));
  let next = 0;
  const fill = (): string =>
    format
      .replaceAll('\\n', '\n')
      .replaceAll('\\t', '\t')
      .replaceAll(/%./g, (place) => (place === '%%' ? '%' : (values[next++] ?? '')));
  return Array.from({ length: rounds }, fill).join('');
}
