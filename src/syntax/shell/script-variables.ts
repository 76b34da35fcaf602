import { withoutLaunchers } from './launchers.ts';

/** Variables whose value a shell runs as a script. */
const runs =
  /^(?:PROMPT_COMMAND|(?:GIT_|MAN|PSQL_|SYSTEMD_)?PAGER|(?:GIT_|SUDO_)?EDITOR|VISUAL|GIT_(?:SSH_COMMAND|SEQUENCE_EDITOR|EXTERNAL_DIFF|PROXY_COMMAND)|(?:GIT|SSH|SUDO)_ASKPASS|GIT_SSH|SVN_SSH|(?:RSYNC|CVS)_RSH|BROWSER|LESSOPEN|LESSCLOSE|GIT_CONFIG_VALUE_\d+)$/;

/** Those in whose value a shell runs the commands in substitutions: some when it starts, some before it prints something. */
const expanded = /^(?:BASH_ENV|ENV|PS[0-4])$/;

/** Commands that stand in a word as they are written, and run where it is expanded. */
const quotedCommand = /\$\([^)]|`./;

/** The same in a subscript, which bash expands where it calculates with the word. */
const inSubscript = /\[\s*(?:\$\([^)]|`.)/;

/** What has a shell expand a word. */
const expanding = (word: string): string => `: "${word.replaceAll('"', '')}"`;

/** Builtins of bash that take the name of a variable with its subscript, or calculate. */
const calculates =
  /^(?:let|declare|typeset|local|readonly|export|test|\[{1,2}|printf|unset|read|mapfile|readarray|wait|getopts)$/;

/** Those that name files which a program runs or loads when it starts, some behind options. */
export const loadingVariables: readonly string[] = [
  ...['BASH_ENV', 'ENV', 'LD_PRELOAD', 'LD_AUDIT', 'PYTHONSTARTUP', 'NODE_OPTIONS', 'RUBYOPT'],
  ...['JAVA_TOOL_OPTIONS', 'JDK_JAVA_OPTIONS', '_JAVA_OPTIONS', 'GIT_SSH', 'GIT_ASKPASS'],
];

const option = /^(?:--(?:require|import|loader|experimental-loader)=?|-r|-javaagent:)/;

/** The files that such a variable names. */
export const filesLoaded = (name: string, value: string): readonly string[] =>
  loadingVariables.includes(name)
    ? value
        .split(/[\s:]+(?!\/\/)/)
        .map((word) => word.replace(option, '').replace(/^file:\/\//, ''))
        .filter((word) => /^[^-].*\/|^\//.test(word))
    : [];

const declares = /^(?:export|local|declare|readonly|typeset)$/;

/** The scripts, and the programs, that a command gives such variables: in front of it, or where it sets them. */
export function scriptsGiven(words: readonly string[], assignments: readonly string[]): string[] {
  const [first = ''] = words;
  const launched = words.length - withoutLaunchers(words).length;
  const given = declares.test(first) ? words.slice(1) : words.slice(0, launched);
  const evaluated = calculates.test(first) ? words.slice(1) : [];
  const calculated = [...assignments, ...evaluated].filter((each) => inSubscript.test(each));
  // A transformation of what a variable holds runs the commands in it.
  const prompts = words.flatMap((word) => /\$\{(\w+)@P\}/.exec(word)?.[1] ?? []);
  return [
    ...calculated.map((each) => expanding(each.replace(/^\w+\+?=/, ''))),
    ...prompts.map((name) => `eval : $${name}`),
    ...[...assignments, ...given].flatMap((each) => {
      const [, name = '', value = ''] = /^(\w+)\+?=(.+)$/s.exec(each) ?? [];
      return scriptIn(name, value) ?? filesLoaded(name, value);
    }),
  ];
}

/** The script that a variable holds for a shell; `undefined` of any other. */
export function scriptIn(name: string, value: string): string | undefined {
  if (expanded.test(name) && quotedCommand.test(value)) return expanding(value);
  // What less reads by way of a pipe says so in front.
  return runs.test(name) && value !== '' ? value.replace(/^[|!]+-?/, '') : undefined;
}
