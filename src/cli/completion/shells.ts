import type { CommandShape, OptionShape } from './command-shape.ts';

/** Shells for which there is a script. */
export const shells = ['bash', 'zsh', 'fish'] as const;

/** A shell for which there is a script. */
export type Shell = (typeof shells)[number];

/**
 * The completions of a shell, as a script that holds all words: nothing is run while a person types, and nothing that was
 * typed is evaluated.
 */
export const completionFor = (shell: Shell, commands: readonly CommandShape[]): string =>
  writers[shell](commands);

const flagsOf = ({ options }: CommandShape): readonly string[] => [
  ...options.flatMap(({ flags }) => flags.filter((flag) => flag.startsWith('--'))),
  '--help',
];

const wordsOf = (command: CommandShape): string =>
  [...command.commands.map(({ name }) => name), ...command.choices].join(' ');

const valued = (command: CommandShape): readonly OptionShape[] => [
  ...command.options.filter(({ value }) => value !== undefined),
  ...command.commands.flatMap(valued),
];

/** What stands behind the options of the commands: their values, or a file where there are none; each list once. */
function afterOptions(commands: readonly CommandShape[]): string {
  const places = new Map<string, Set<string>>();
  for (const command of commands) {
    for (const { flags, choices } of valued(command)) {
      const words = choices.join(' ');
      const of = places.get(words) ?? new Set();
      places.set(words, of);
      for (const flag of flags) of.add(`${command.name}:${flag}`);
    }
  }
  return [...places]
    .map(([words, of]) => `      ${[...of].join('|')}) candidates='${words}'; return ;;`)
    .join('\n');
}

/** The words for a place on the line, in what bash and zsh share; `$candidates` stays empty where a file may stand. */
const choose = (commands: readonly CommandShape[]): string => `_plimsoll_words() {
  # command, the word before, the word that is typed, its place
  candidates=''
  if [ "$4" -eq 1 ]; then
    candidates='${commands.map(({ name }) => name).join(' ')} help --help --version'
    return
  fi
  case "$1:$2" in
${afterOptions(commands)}
  esac
  case "$3" in
    -*) case "$1" in
${commands
  .map((each) => {
    const flags = new Set([each, ...each.commands].flatMap(flagsOf));
    return `      ${each.name}) candidates='${[...flags].join(' ')}' ;;`;
  })
  .join('\n')}
    esac ;;
    *) case "$1" in
${commands
  .filter((each) => wordsOf(each) !== '')
  .map((each) => `      ${each.name}) candidates='${wordsOf(each)}' ;;`)
  .join('\n')}
    esac ;;
  esac
}`;

const bash = (commands: readonly CommandShape[]): string => `# Completions of plimsoll for bash.
${choose(commands)}
_plimsoll() {
  local candidates line
  COMPREPLY=()
  _plimsoll_words "\${COMP_WORDS[1]}" "\${COMP_WORDS[COMP_CWORD-1]}" "\${COMP_WORDS[COMP_CWORD]}" "$COMP_CWORD"
  [ -n "$candidates" ] || return 0
  while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -W "$candidates" -- "\${COMP_WORDS[COMP_CWORD]}")
}
complete -o default -F _plimsoll plimsoll
`;

const zsh = (commands: readonly CommandShape[]): string => `#compdef plimsoll
# Completions of plimsoll for zsh.
${choose(commands)}
_plimsoll() {
  local candidates
  _plimsoll_words "\${words[2]}" "\${words[CURRENT-1]}" "\${words[CURRENT]}" $((CURRENT - 1))
  if [[ -n $candidates ]]; then
    compadd -- \${(s: :)candidates} || _files
  else
    _files
  fi
}
if [[ \${funcstack[1]} == _plimsoll ]]; then
  _plimsoll "$@"
else
  compdef _plimsoll plimsoll
fi
`;

/** In single quotes fish knows two escapes. */
const fishText = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', ' ')}'`;

/** From so many words on a list has a name in the script of fish, and stands there once. */
const longList = 12;

const fish = (commands: readonly CommandShape[]): string => {
  const named = new Map<string, string>();
  const listed = (choices: readonly string[]): string => {
    const words = choices.join(' ');
    if (choices.length < longList) return `'${words}'`;
    const name = named.get(words) ?? `_plimsoll_words_${named.size + 1}`;
    named.set(words, name);
    return `"$${name}"`;
  };
  const begun = (name: string): string => `-n '__fish_seen_subcommand_from ${name}'`;
  const option = (command: CommandShape, { flags, value, choices, what }: OptionShape): string => {
    const spelled = flags.map((flag) =>
      flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
    );
    const takes =
      value === undefined ? '' : choices.length > 0 ? ` -x -a ${listed(choices)}` : ' -r';
    return `complete -c plimsoll ${begun(command.name)} ${spelled.join(' ')}${takes} -d ${fishText(what)}`;
  };
  const lines = commands.flatMap((command) => [
    `complete -c plimsoll -n __fish_use_subcommand -f -a ${command.name} -d ${fishText(command.what)}`,
    ...[command, ...command.commands].flatMap(({ options }) =>
      options.map((each) => option(command, each)),
    ),
    ...command.commands.map(
      ({ name, what }) =>
        `complete -c plimsoll ${begun(command.name)} -f -a ${name} -d ${fishText(what)}`,
    ),
    ...(command.choices.length > 0
      ? [`complete -c plimsoll ${begun(command.name)} -f -a ${listed(command.choices)}`]
      : []),
  ]);
  const lists = [...named].map(([words, name]) => `set -l ${name} ${words}`);
  return `# Completions of plimsoll for fish.\n${[...lists, ...new Set(lines)].join('\n')}\n`;
};

const writers = { bash, zsh, fish } as const satisfies Record<
  Shell,
  (commands: readonly CommandShape[]) => string
>;
