/** Programs that make root of whoever runs them by sudo: those that speak to an engine or a runtime. */
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

/** As sudo matches paths: a star stops at a slash, and a character behind a backslash is that character. */
const patternOf = (glob: string): RegExp =>
  new RegExp(
    `^${glob.replaceAll(/\\?([\s\S])/g, (whole, char: string) => {
      if (whole === '*') return '[^/]*';
      return whole === '?' ? '[^/]' : char.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    })}$`,
  );

/**
 * Whether a command of a sudoers rule lets one of the programs run. `unclear`: it is an alias that was
 * not looked up, a class of characters or a regular expression.
 *
 * @see https://www.sudo.ws/docs/man/sudoers.man/
 */
export function sudoAllows(command: string, programs: readonly string[]): 'yes' | 'no' | 'unclear' {
  const [path = ''] = withoutDigest(command).split(/\s+/);
  if (path === 'ALL') return 'yes';
  if (path.startsWith('!')) return 'no';
  if (/^[A-Z][A-Z0-9_]*$/.test(path) || /^\^|\[/.test(path)) return 'unclear';
  if (!path.startsWith('/')) return 'no';
  const places = directories.flatMap((directory) => programs.map((name) => `${directory}/${name}`));
  if (path.endsWith('/')) {
    return directories.some((folder) => patternOf(path).test(`${folder}/`)) ? 'yes' : 'no';
  }
  if (/[*?\\]/.test(path)) {
    return places.some((place) => patternOf(path).test(place)) ? 'yes' : 'no';
  }
  return programs.includes(path.slice(path.lastIndexOf('/') + 1)) ? 'yes' : 'no';
}

/** A rule may name the digest that the program must have. */
const withoutDigest = (command: string): string =>
  command.trim().replace(/^sha(?:224|256|384|512)\s*:\s*\S+\s*/, '');

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
 * Whether a command of a sudoers rule leaves it to the user what the program is told. Without arguments
 * any are allowed; a star in them stands for anything at all, slashes and spaces included.
 */
export function leavesArgumentsOpen(command: string): boolean {
  const [path = '', ...words] = withoutDigest(command).split(/\s+/);
  if (words.length === 0) return true;
  if (!words.some((word) => /[*?[]|^\^/.test(word.replaceAll(/\\./g, '')))) return false;
  const [first = ''] = words;
  const program = path.slice(path.lastIndexOf('/') + 1);
  // What comes after a whole word cannot make another subcommand of it.
  return !(clients.includes(program) && harmless.includes(first) && words.length > 1);
}
