import { fetchesUnfollowed } from '../../knowledge/commands/fetching-programs.ts';
import { isInert } from '../../knowledge/commands/inert-programs.ts';
import { isSystemProgram } from '../../knowledge/system-programs.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { uncheckedInstalls } from '../packages/unchecked-installs.ts';
import { fetcherOf, isLocal, readsConnection, savedFiles } from '../files/saved-files.ts';

/** Where a word leads that names something on a network: an address, or a path of another host. */
const remote = /^(?!file:)[a-z][a-z0-9+.-]*:\/\/|^[\w.-]+@[\w.-]+:|=(?:https?|ftp):\/\//i;

/** What a whole digest holds to one content. */
const held = /@sha256:[0-9a-f]{64}$/;

/** Options with which a program finds the names of its files, or what it fetches, by itself. */
const ownNames: ReadonlyMap<string, readonly string[]> = new Map([
  ['curl', ['J', 'remote-header-name', 'K', 'config']],
  ['wget', ['i', 'input-file', 'r', 'recursive', 'm', 'mirror', 'x', 'p', 'page-requisites']],
  ['wget2', ['i', 'input-file', 'r', 'recursive', 'm', 'mirror', 'x', 'p', 'page-requisites']],
  ['aria2c', ['i', 'input-file', 'M', 'metalink-file', 'T', 'torrent-file']],
]);

/** Options of wget with which the server names the file, where no option does. */
const namedByServer = ['content-disposition', 'trust-server-names'] as const;

/** An address that stands for several, in the form of curl. */
const several = /[[{]/;

/**
 * Whether a command may bring something from a network whose place nothing here follows. A program of no known kind that
 * is given an address may.
 */
export function fetchesUnseen(command: ShellCommand): boolean {
  const { words: all } = command;
  const [program = '', ...rest] = withoutLaunchers(all);
  const name = basename(program).replace(/\.exe$/, '');
  // What the shell itself is connected to may be read by a program that is started later.
  if (all[0] === 'exec' && readsConnection(command)) return true;
  if (name === '') return false;
  const fetcher = fetcherOf(name);
  if (fetcher !== undefined) {
    if (rest.some(isLocal)) return false;
    const { options, operands } = fetcher(rest);
    const has = (option: string): boolean => options.has(option);
    if (ownNames.get(name)?.some(has) === true) return true;
    if (name === 'curl') {
      const outputs = [...(options.get('o') ?? []), ...(options.get('output') ?? [])];
      const saves = outputs.length > 0 || ['O', 'remote-name', 'remote-name-all'].some(has);
      const isLiteral = has('g') || has('globoff');
      return saves && !isLiteral && operands.some((url) => several.test(plain(url)));
    }
    return name.startsWith('wget') && !has('O') && namedByServer.some(has);
  }
  const installs = uncheckedInstalls(all);
  // A commit or a sum holds what it is given an address of.
  if (installs && installs.remote.length + installs.unknown.length === 0) return false;
  if (fetchesUnfollowed(name, rest)) return !rest.some((word) => held.test(word) || isLocal(word));
  // What fetches is looked for where nothing else tells what a program does.
  if (isInert(name) || isSystemProgram(name)) return false;
  if (![program, ...rest].some((word) => remote.test(word))) return false;
  return !rest.some((word) => held.test(word) || isLocal(word)) && savedFiles(command).length === 0;
}

/** An address without its variables, whose braces name nothing else. */
const plain = (url: string): string => url.replaceAll(/\$\{[^}]*\}/g, '');
