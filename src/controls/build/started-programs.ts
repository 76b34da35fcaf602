import { basename } from '../base-name.ts';
import { parseShell } from '../shell/parse-shell.ts';

const shells: ReadonlySet<string> = new Set(['sh', 'ash', 'bash', 'dash', 'ksh', 'zsh']);

/** Programs that start the one named after them, with how many words of their own come before it. */
const launchers: ReadonlyMap<string, number> = new Map([
  ['tini', 0],
  ['tini-static', 0],
  ['docker-init', 0],
  ['dumb-init', 0],
  ['catatonit', 0],
  ['env', 0],
  ['exec', 0],
  ['nice', 0],
  ['nohup', 0],
  ['setpriv', 0],
  ['gosu', 1],
  ['su-exec', 1],
]);

/** Programs that do the same with other rights, and are of interest themselves. */
const raising: ReadonlySet<string> = new Set(['sudo', 'doas']);

/** Their options that take a value. */
const valued = /^-[ughpCTrt]$|^--(?:user|group|host|prompt|chdir)$/;

/** Behind such an option of a shell stands a script. */
const scriptOption = /^-\w*c$/;

/**
 * The programs that an entrypoint and a command start, by base name, each once, as far as those words tell: what
 * a script starts in turn is not among them.
 */
export const startedPrograms = (command: readonly string[]): readonly string[] => [
  ...new Set(startedBy(command, true)),
];

/** Whether what an image starts goes by way of sudo, or of what does the same. */
export const startsBySudo = (command: readonly string[]): boolean =>
  startedPrograms(command).some((program) => raising.has(program));

/**
 * Goes through the words once, however many of them start the next.
 *
 * @param reads whether the script of a shell is read; what it hands to a further shell is among its commands
 */
function startedBy(words: readonly string[], reads: boolean): readonly string[] {
  const found: string[] = [];
  const last = words.findLastIndex((word) => scriptOption.test(word));
  let at = 0;
  const skipOptions = (): void => {
    while (words[at]?.startsWith('-') === true) at += 1;
  };
  while (at < words.length) {
    const first = words[at] ?? '';
    at += 1;
    if (/^\w+=/.test(first)) continue;
    const program = basename(first);
    const own = launchers.get(program);
    if (own !== undefined) {
      skipOptions();
      at += own;
      continue;
    }
    found.push(program);
    if (raising.has(program)) {
      for (let each = words[at]; each?.startsWith('-'); each = words[at]) {
        at += valued.test(each) ? 2 : 1;
      }
      continue;
    }
    if (shells.has(program) && at <= last) {
      const option = words.findIndex((word, place) => place >= at && scriptOption.test(word));
      const commands = reads ? parseShell(words[option + 1] ?? '') : [];
      return [...found, ...commands.flatMap((each) => startedBy(each.words, false))];
    }
    // The entrypoints of many images set something up and then start what their words name.
    if (!shells.has(program) && !/\.sh$|entrypoint/.test(program)) {
      return [...found, ...startedService(first, words.slice(at))];
    }
    skipOptions();
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
