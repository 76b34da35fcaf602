/** One command of a package manager. */
export interface PackageCommand {
  /** Name of the program: `apt-get`. */
  readonly manager: string;
  /** Everything behind it, options among it. */
  readonly words: readonly string[];
}

const managers: ReadonlySet<string> = new Set([
  'apk',
  'apt',
  'apt-get',
  'aptitude',
  'dnf',
  'microdnf',
  'tdnf',
  'yum',
  'zypper',
]);

/** The commands of package managers in a line of shell, one after the other. */
export function packageCommands(line: string): readonly PackageCommand[] {
  const commands = line.replaceAll('\\\n', ' ').split(/[;&|\n]+/);
  return commands.flatMap((command) => {
    const words = command.split(/[\s\\]+/).map((word) => word.replace(/^[("'`{$]+|[)"'`}]+$/g, ''));
    const end = words.indexOf('#');
    const at = words.findIndex((word) => managers.has(word.slice(word.lastIndexOf('/') + 1)));
    const [program = '', ...rest] = at < 0 ? [] : words.slice(at, end < 0 ? undefined : end);
    if (program === '') return [];
    const manager = program.slice(program.lastIndexOf('/') + 1);
    return [{ manager, words: rest.filter((word) => word !== '') }];
  });
}

/** Words that a package manager takes for what to do; whatever follows the first of them is a package. */
const verbs: ReadonlySet<string> = new Set([
  ...[
    'add',
    'build-dep',
    'del',
    'dist-upgrade',
    'dup',
    'erase',
    'fix',
    'full-upgrade',
    'groupinstall',
  ],
  ...[
    'in',
    'install',
    'localinstall',
    'makecache',
    'patch',
    'purge',
    'ref',
    'refresh',
    'reinstall',
  ],
  ...['remove', 'rm', 'safe-upgrade', 'source', 'system-upgrade', 'up', 'update', 'upgrade'],
]);

/** Whether a command is one of some managers’ subcommands, whatever options stand before it. */
export function isSubcommand(
  { manager, words }: PackageCommand,
  of: readonly string[],
  subcommands: readonly string[],
): boolean {
  const verb = words.find((word) => verbs.has(word) || subcommands.includes(word));
  return of.includes(manager) && verb !== undefined && subcommands.includes(verb);
}

/** What comes behind the first of some subcommands; `undefined` where none of them is there. */
export function behind(
  { words }: PackageCommand,
  subcommands: readonly string[],
): readonly string[] | undefined {
  const at = words.findIndex((word) => subcommands.includes(word));
  return at < 0 ? undefined : words.slice(at + 1);
}

const installing = ['install', 'add', 'in', 'localinstall', 'groupinstall'] as const;

/** The packages of a list that a line of shell installs by name, whatever version it asks for. */
export function installedBy(line: string, packages: readonly string[]): readonly string[] {
  const asked = packageCommands(line).flatMap((command) => behind(command, installing) ?? []);
  const names = new Set(
    asked.flatMap((word) => {
      const name = word.replace(/[=~<>].*$/, '').replace(/:\w+$/, '');
      // RPM writes the version behind a hyphen.
      return [name, name.replace(/-\d.*$/, '')];
    }),
  );
  return packages.filter((name) => names.has(name));
}
