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

/**
 * The programs that an entrypoint and a command start, by base name, each once, as far as those words tell: what
 * a script starts in turn is not among them.
 */
export const startedPrograms = (command: readonly string[]): readonly string[] => [
  ...new Set(startedBy(command)),
];

function startedBy(command: readonly string[]): readonly string[] {
  const [first, ...rest] = command;
  if (first === undefined) return [];
  const program = basename(first);
  if (/^\w+=/.test(first)) return startedBy(rest);
  if (shells.has(program)) {
    const at = rest.findIndex((word) => /^-\w*c$/.test(word));
    if (at < 0) return [program, ...startedBy(withoutOptions(rest))];
    const commands = parseShell(rest[at + 1] ?? '');
    return [program, ...commands.flatMap(({ words }) => startedBy(words))];
  }
  const own = launchers.get(program);
  if (own !== undefined) return startedBy(withoutOptions(rest).slice(own));
  if (first.startsWith('/etc/init.d/')) return startedService('service', [program, ...rest]);
  const services = startedService(program, rest);
  if (services.length > 0) return [program, ...services];
  // The entrypoints of many images set something up and then start what their words name.
  const script = /\.sh$|entrypoint/.test(program);
  return [program, ...(script ? startedBy(withoutOptions(rest)) : [])];
}

function withoutOptions(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word) => !word.startsWith('-'));
  return at < 0 ? [] : words.slice(at);
}

/** Services whose program is called otherwise. */
const daemons: Readonly<Record<string, string>> = { ssh: 'sshd', telnet: 'telnetd' };

/** What `service NAME start` and its like start: the program of that name. */
function startedService(program: string, words: readonly string[]): readonly string[] {
  const start = words.findIndex((word) => word === 'start' || word === 'restart');
  if (start < 0) return [];
  const names = { systemctl: words.slice(start + 1), service: words, 'rc-service': words }[program];
  const name = withoutOptions(names ?? [])[0];
  return name === undefined ? [] : [daemons[name] ?? name.replace(/\.service$/, '')];
}
