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

/** As sudo matches paths: a star stops at a slash. */
const patternOf = (glob: string): RegExp =>
  new RegExp(
    `^${glob
      .replaceAll(/[.+^${}()|\\]/g, '\\$&')
      .replaceAll('*', '[^/]*')
      .replaceAll('?', '[^/]')}$`,
  );

/**
 * Whether a command of a sudoers rule lets one of the programs run. `unclear`: it is an alias that was
 * not looked up, a class of characters or a regular expression.
 *
 * @see https://www.sudo.ws/docs/man/sudoers.man/
 */
export function sudoAllows(command: string, programs: readonly string[]): 'yes' | 'no' | 'unclear' {
  const [path = ''] = command.trim().split(/\s+/);
  if (path === 'ALL') return 'yes';
  if (path.startsWith('!')) return 'no';
  if (/^[A-Z][A-Z0-9_]*$/.test(path) || /^\^|\[/.test(path)) return 'unclear';
  if (!path.startsWith('/')) return 'no';
  const places = directories.flatMap((directory) => programs.map((name) => `${directory}/${name}`));
  if (path.endsWith('/')) return directories.includes(path.slice(0, -1)) ? 'yes' : 'no';
  if (/[*?]/.test(path)) return places.some((place) => patternOf(path).test(place)) ? 'yes' : 'no';
  return programs.includes(path.slice(path.lastIndexOf('/') + 1)) ? 'yes' : 'no';
}
