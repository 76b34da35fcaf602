import { basename } from '../../syntax/shell/base-name.ts';
import { scriptOf, withoutLaunchers } from '../../syntax/shell/launchers.ts';
import { parseShell } from '../scripts/parse-shell.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';

/** Programs that go into the background by themselves, or that nothing starts but to serve. */
const daemon =
  /^(?:apache2(?:-foreground)?|apache(?:2)?ctl|crond?|dnsmasq|dovecot|httpd(?:-foreground)?|mariadbd|memcached|mysqld(?:_safe)?|named|nginx|php-fpm[\d.]*|postfix|postgres|redis-server|rsyslogd|sshd|syslogd)$/;

/** What serves nobody: it waits, prepares, watches a log, or is there for the one beside it. */
const helper =
  /^(?:Xvfb|Xvnc|awk|cat|cd|chmod|chown|cp|curl|date|dbus-daemon|dbus-run-session|echo|env(?:subst)?|exit|export|false|find|grep|gunzip|inotifywait|kill|ln|mkdir|mv|nc|printf|pwd|read|rm|sed|set|sh|ash|bash|dash|sleep|source|ssh-agent|sync|tail|tar|tee|test|touch|trap|true|umask|until|wait|wget|while|xargs|zsh|:|\.|\[{1,2})$|\.sh$|entrypoint|\$/;

/** Programs that are something else with each file that they are given. */
const interpreter = /^(?:bun|deno|java|node|npm|perl|php|pnpm|python[\d.]*|ruby|uv|yarn)$/;

/** A script that starts a service, which goes into the background. */
const initScript = /^\/etc\/init\.d\//;
const starts = /^(?:re)?start$/;

/** What only says something about itself, or tries its settings. */
const asks = /^--(?:version|help|test)$/;
const tries = /^(?:-t|-T|-v|-V|configtest)$/;
const trier = /^(?:apache2(?:ctl)?|apachectl|httpd|nginx|php-fpm[\d.]*|sshd)$/;

/** Words between which only one side runs: what runs beside it is not decided there. */
const branches = /\b(?:else|elif|case)\b/;

/**
 * The services that the shell of an image's command leaves running beside one another, as far as its words tell: what it
 * starts in the background, what goes there by itself, and what comes last. Fewer than two where no shell starts any.
 */
export function startedServices(command: readonly string[]): readonly string[] {
  const at = command.findIndex((word) => /^(?:ba|da|z|k|a)?sh$/.test(basename(word)));
  const script = at < 0 ? undefined : scriptOf(command.slice(at));
  if (script === undefined || branches.test(script)) return [];
  return servicesAmong(parseShell(script));
}

/** The same among the commands of a script, as far as they run for certain. */
export const servicesIn = (commands: readonly ShellCommand[]): readonly string[] =>
  servicesAmong(
    commands.filter(({ ifLeft, inFunction }) => ifLeft === undefined && inFunction === undefined),
  );

function servicesAmong(all: readonly ShellCommand[]): readonly string[] {
  const commands = all.filter(({ insteadOf }) => insteadOf === undefined);
  const last = commands.findLast(({ words }) => words[0] !== 'wait');
  const found = new Set<string>();
  for (const each of commands) {
    const name = serviceOf(each, each === last);
    if (name !== undefined) found.add(name);
  }
  return [...found];
}

function serviceOf({ words, background }: ShellCommand, last: boolean): string | undefined {
  const [first = '', ...rest] = withoutLaunchers(words);
  const program = basename(first);
  if (initScript.test(first) && starts.test(rest[0] ?? '')) return program;
  if (program === '' || helper.test(program) || rest.some((word) => asks.test(word))) {
    return undefined;
  }
  if (trier.test(program) && rest.some((word) => tries.test(word))) return undefined;
  if (!background && !last && !daemon.test(program)) return undefined;
  if (!interpreter.test(program)) return program;
  const own = rest.filter((word) => !word.startsWith('-'));
  return [program, ...own.slice(0, own[0] === 'run' ? 2 : 1)].join(' ');
}
