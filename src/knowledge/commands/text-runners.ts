/** A program that does what a file says which it is given, beside shells, interpreters and what handed-over texts tell. */
interface TextRunner {
  readonly of: readonly string[];
  /** Options whose value is such a file, or a folder of them, without dashes. */
  readonly options?: readonly string[];
  /** Whether its other words are such files: all, or those behind a subcommand. */
  readonly operands?: true | RegExp;
  /** What in a text of its own language names one. */
  readonly said?: RegExp;
  /** Whether it does what it reads from its input. */
  readonly input?: true;
}

const names = (text: string): readonly string[] => text.trim().split(/\s+/);

const textRunners: readonly TextRunner[] = [
  // Of a whole system.
  { of: names('ansible-playbook chef-apply cinc-apply'), operands: true },
  { of: ['puppet'], operands: /^apply$/ },
  {
    of: names('chef-solo chef-client cinc-solo cinc-client'),
    options: ['c', 'config', 'j', 'json-attributes'],
    operands: true,
  },
  {
    of: ['salt-call'],
    options: ['file-root', 'c', 'config-dir', 'm', 'module-dirs', 'states-dir'],
  },
  { of: ['packer'], operands: /^build$/ },
  { of: names('crontab insmod'), operands: true },
  {
    of: names(`ld-linux.so.2 ld-linux-x86-64.so.2 ld-linux-aarch64.so.1 ld-musl-x86_64.so.1
      ld-musl-aarch64.so.1`),
    operands: true,
  },
  { of: names('apt-get apt aptitude'), options: ['c', 'config-file'] },
  // Of databases.
  { of: ['psql'], options: ['f', 'file'], said: /\\ir?\s+['"]?([^\s'"]+)/, input: true },
  {
    of: names('mysql mariadb'),
    said: /(?:^|;)\s*(?:source|\\\.)\s+['"]?([^\s'";]+)/i,
    input: true,
  },
  {
    of: names('sqlite3 duckdb'),
    options: ['init'],
    said: /\.(?:read|load)\s+['"]?([^\s'"]+)/,
    input: true,
  },
  { of: ['pg_restore'], operands: true, input: true },
  {
    of: names('mongosh mongo'),
    options: ['f', 'file'],
    operands: true,
    said: /\bload\(["']([^"']+)/,
    input: true,
  },
  { of: names('cqlsh cypher-shell'), options: ['f', 'file'], input: true },
  { of: ['sqlcmd'], options: ['i'], input: true },
  { of: ['sqlplus'], said: /^@@?(\S+)/, input: true },
  { of: names('clickhouse-client clickhouse-local'), options: ['queries-file'], input: true },
  { of: ['redis-cli'], options: ['eval'], input: true },
  // Of what builds, and of what starts several.
  {
    of: names('gradle gradlew'),
    options: ['I', 'init-script', 'b', 'build-file', 'c', 'settings-file'],
  },
  { of: names('mvn mvnw mvnd'), options: ['f', 'file'] },
  { of: ['ant'], options: ['f', 'file', 'buildfile'] },
  { of: ['rake'], options: ['f', 'rakefile', 'r', 'require'] },
  { of: ['cmake'], options: ['P', 'C'] },
  { of: names('ninja scons'), options: ['f', 'file'] },
  { of: names('just task'), options: ['f', 'justfile', 't', 'taskfile'] },
  { of: names('tox nox'), options: ['c', 'conf', 'f', 'noxfile'] },
  { of: names('supervisord circusd monit'), options: ['c', 'configuration'], operands: true },
  { of: names('honcho foreman overmind goreman'), options: ['f', 'procfile'] },
  // Of languages.
  { of: ['deno'], operands: /^(?:run|test|serve|compile|bench)$/ },
  { of: names('bun ts-node tsx zx esno babel-node coffee nodemon'), operands: true },
  { of: ['go'], operands: /^(?:run|generate)$/ },
  { of: names('dart swift zig nim crystal v'), operands: true },
  { of: names('dotnet mono wine wine64'), operands: true },
  { of: names('wasmtime wasmer'), operands: true },
  { of: ['pm2'], operands: /^start$/ },
  { of: names('papermill swipl gnuplot'), operands: true },
  { of: ['streamlit'], operands: /^run$/ },
  { of: ['gunicorn'], options: ['c', 'config'] },
  { of: ['wp'], operands: /^eval-file$/ },
  { of: ['drush'], operands: /^(?:php:script|scr)$/ },
];

const byProgram = new Map(
  textRunners.flatMap((each) => each.of.map((name) => [name, each] as const)),
);

/** A word that may name a file. */
const fileLike = /[./]/;

/** The files that a program of a name runs with some words, or the folders of them. */
export function textsRun(program: string, words: readonly string[]): readonly string[] {
  const known = byProgram.get(program);
  if (known === undefined) return [];
  const { options = [], operands, said } = known;
  const found = words.flatMap((word, at) => {
    const [, name = '', own] = /^--?([\w-]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (options.includes(name)) return own ?? words[at + 1] ?? [];
    const [, letter = '', behind = ''] = /^-(\w)([^-].*)$/s.exec(word) ?? [];
    return options.includes(letter) && fileLike.test(behind) ? behind : [];
  });
  if (said) found.push(...words.flatMap((word) => said.exec(word)?.[1] ?? []));
  if (operands === undefined) return found;
  const own = words.filter((word) => !word.startsWith('-'));
  const from = operands === true ? 0 : own.findIndex((word) => operands.test(word)) + 1;
  const files = operands === true || from > 0 ? own.slice(from) : [];
  return [...found, ...files.filter((word) => fileLike.test(word))];
}

/** Whether a program of a name does what it reads from its input. */
export const runsTextRead = (program: string): boolean => byProgram.get(program)?.input === true;
