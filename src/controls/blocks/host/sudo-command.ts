import { pathPattern, withoutDigests } from '../../../syntax/sudoers/sudoers-command.ts';

/** Programs that make root of anyone who runs them by sudo: those that speak to an engine or a runtime. */
export const enginePrograms: readonly string[] = [
  'crictl',
  'ctr',
  'docker',
  'docker-compose',
  'dockerd',
  'nerdctl',
  'podman',
  'runc',
];

/** Where a program may lie that a rule names by directory or pattern. */
const directories = [
  '/bin',
  '/sbin',
  '/snap/bin',
  '/usr/bin',
  '/usr/local/bin',
  '/usr/local/sbin',
  '/usr/sbin',
];

/**
 * Whether a command of a sudoers rule lets one of the programs run. `unclear`: it is an alias that was
 * not looked up, a class of characters, a regular expression, or all of a folder where programs seldom lie.
 *
 * @see https://www.sudo.ws/docs/man/sudoers.man/
 */
export function sudoAllows(command: string, programs: readonly string[]): 'yes' | 'no' | 'unclear' {
  const [path = ''] = withoutDigests(command).split(/\s+/);
  if (path === 'ALL') return 'yes';
  if (path.startsWith('!')) return 'no';
  if (/^[A-Z][A-Z0-9_]*$/.test(path) || /^\^|\[/.test(path)) return 'unclear';
  if (!path.startsWith('/')) return 'no';
  const folder = path.slice(0, path.lastIndexOf('/'));
  const name = path.slice(folder.length + 1);
  if (!/[*?\\]/.test(path) && name !== '') return programs.includes(name) ? 'yes' : 'no';
  const [ofFolder, ofName] = [pathPattern(folder), pathPattern(name === '' ? '*' : name)];
  if (!programs.some((program) => ofName.test(program))) return 'no';
  // What lies in another folder was not looked up, unless the program is named.
  const isNamed = programs.some((program) => name === program);
  return isNamed || directories.some((known) => ofFolder.test(known)) ? 'yes' : 'unclear';
}

/** Subcommands of docker and its like that show something, and neither start nor change anything. */
const harmless = [
  'diff',
  'events',
  'history',
  'images',
  'info',
  'logs',
  'port',
  'ps',
  'search',
  'stats',
  'top',
  'version',
  'wait',
];
const clients = ['docker', 'nerdctl', 'podman'];

/**
 * Whether a command of a sudoers rule leaves it to the user what the program gets. Without arguments
 * any are allowed; a star in them stands for anything at all, slashes and spaces included.
 */
export function leavesArgumentsOpen(command: string): boolean {
  const [path = '', ...words] = withoutDigests(command).split(/\s+/);
  if (words.length === 0) return true;
  if (!words.some((word) => /[*?[]|^\^/.test(word.replaceAll(/\\./g, '')))) return false;
  const [first = ''] = words;
  const program = path.slice(path.lastIndexOf('/') + 1);
  // What comes after a whole word cannot make another subcommand of it.
  return !(clients.includes(program) && harmless.includes(first) && words.length > 1);
}
