import { basename } from '../../syntax/shell/base-name.ts';
import { pastLauncher } from '../../syntax/shell/launchers.ts';
import { isEntrypoint } from '../../syntax/shell/started-words.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { commandScript } from '../scripts/command-script.ts';

const shells: ReadonlySet<string> = new Set(['sh', 'ash', 'bash', 'dash', 'ksh', 'zsh']);

/** Those that hand what stands behind `-c` to a shell. */
const takesScript: ReadonlySet<string> = new Set([...shells, 'su', 'runuser']);

/** Programs that start another with other rights, and are of interest themselves. */
const raising: ReadonlySet<string> = new Set(['sudo', 'doas']);

/** Behind such an option of a shell stands a script. */
const scriptOption = /^-\w*c$/;

/**
 * The programs that an entrypoint and a command start, by base name, each once, as far as those words tell: what
 * a script starts in turn is not among them.
 */
export const startedPrograms = (command: readonly string[]): readonly string[] => [
  ...new Set([
    ...startedBy(command),
    ...commandScript(command)
      .tree.slice(1)
      .flatMap(({ words }) => startedBy(words)),
  ]),
];

/** The same among the commands of a script, but for those of functions that it never calls. */
export const programsIn = (commands: readonly ShellCommand[]): readonly string[] => {
  const called = new Set(commands.map(({ words }) => words[0]));
  return commands.flatMap(({ words, inFunction }) =>
    inFunction === undefined || called.has(inFunction) ? startedBy(words) : [],
  );
};

/** Whether what an image starts goes by way of sudo, or of what does the same. */
export const startsBySudo = (command: readonly string[]): boolean =>
  startedPrograms(command).some((program) => raising.has(program));

/** Goes through the words once, however many of them start the next; a script among them is no word of theirs. */
function startedBy(words: readonly string[]): readonly string[] {
  const found: string[] = [];
  const last = words.findLastIndex((word) => scriptOption.test(word));
  let at = 0;
  while (at < words.length) {
    const first = words[at] ?? '';
    const program = basename(first);
    const next = pastLauncher(words, at);
    if (next !== undefined && raising.has(program)) found.push(program);
    at = next ?? at + 1;
    if (next !== undefined || /^\w+=/.test(first)) continue;
    found.push(program);
    if (takesScript.has(program) && at <= last) return found;
    if (!shells.has(program) && !isEntrypoint(program)) {
      return [...found, ...startedService(first, words.slice(at))];
    }
    while (words[at]?.startsWith('-') === true) at += 1;
  }
  return found;
}

/** Services whose program is called otherwise. */
const daemons: Readonly<Record<string, string>> = { ssh: 'sshd', telnet: 'telnetd' };

/** What `service NAME start` and its like start: the program of that name. */
function startedService(first: string, words: readonly string[]): readonly string[] {
  const start = words.findIndex((word) => word === 'start' || word === 'restart');
  if (start < 0) return [];
  const program = basename(first);
  const names = first.startsWith('/etc/init.d/')
    ? [program]
    : { systemctl: words.slice(start + 1), service: words, 'rc-service': words }[program];
  const name = names?.find((word) => !word.startsWith('-'));
  return name === undefined ? [] : [daemons[name] ?? name.replace(/\.service$/, '')];
}
