import { withoutLaunchers } from './launchers.ts';

/** Variables whose value a shell runs as a script. */
const runs =
  /^(?:PROMPT_COMMAND|(?:GIT_|MAN|PSQL_|SYSTEMD_)?PAGER|(?:GIT_|SUDO_)?EDITOR|VISUAL|GIT_(?:SSH_COMMAND|SEQUENCE_EDITOR|EXTERNAL_DIFF|PROXY_COMMAND)|(?:GIT|SSH|SUDO)_ASKPASS|GIT_SSH|SVN_SSH|(?:RSYNC|CVS)_RSH|BROWSER|LESSOPEN|LESSCLOSE)$/;

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
        .map((word) => word.replace(option, ''))
        .filter((word) => /^[^-].*\/|^\//.test(word))
    : [];

const declares = /^(?:export|local|declare|readonly|typeset)$/;

/** The scripts, and the programs, that a command gives such variables: in front of it, or where it sets them. */
export function scriptsGiven(words: readonly string[], assignments: readonly string[]): string[] {
  const [first = ''] = words;
  const launched = words.length - withoutLaunchers(words).length;
  const given = declares.test(first) ? words.slice(1) : words.slice(0, launched);
  return [...assignments, ...given].flatMap((each) => {
    const [, name = '', value = ''] = /^(\w+)\+?=(.+)$/s.exec(each) ?? [];
    // What less reads by way of a pipe says so in front.
    return runs.test(name) ? value.replace(/^\|+-?/, '') : filesLoaded(name, value);
  });
}
