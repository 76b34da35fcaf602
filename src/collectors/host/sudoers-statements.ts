import { parseSudoersAliases, type SudoersAlias } from './sudoers-aliases.ts';
import { splitOutside } from './sudoers-lines.ts';

/** What one statement of a sudoers file says. */
export type SudoersStatement =
  | { readonly kind: 'include' | 'include-folder'; readonly path: string }
  /** `scope` is `''` for everyone, else whom the defaults are for, as written. */
  | { readonly kind: 'defaults'; readonly scope: string; readonly settings: readonly string[] }
  | { readonly kind: 'aliases'; readonly aliases: readonly SudoersAlias[] }
  | { readonly kind: 'rules'; readonly rules: readonly SudoersRule[] }
  | { readonly kind: 'unknown' };

/** One user's commands on one list of hosts. */
export interface SudoersRule {
  readonly user: string;
  readonly commands: readonly string[];
  /** Whether a tag says that no password is asked; `null` where no tag says anything of it. */
  readonly noPassword: boolean | null;
}

/**
 * Reads one statement.
 *
 * @see https://www.sudo.ws/docs/man/sudoers.man/
 */
export function parseSudoersStatement(text: string): SudoersStatement {
  const [, folder, path] = /^[#@]include(dir)?\s+(.+)$/.exec(text) ?? [];
  if (path !== undefined) {
    return { kind: folder ? 'include-folder' : 'include', path: unquote(path.trim()) };
  }
  const [, scope, settings] = /^Defaults((?:[:@!>]\s*[^\s=]+)?)\s+(.+)$/.exec(text) ?? [];
  if (scope !== undefined && settings !== undefined) {
    return { kind: 'defaults', scope, settings: splitOutside(settings, ',') };
  }
  if (/^(?:User|Runas|Host|Cmnd|Cmd)_Alias\s/.test(text)) {
    const aliases = parseSudoersAliases(text);
    return aliases ? { kind: 'aliases', aliases } : { kind: 'unknown' };
  }
  const rules = parseUserSpecification(text);
  return rules ? { kind: 'rules', rules } : { kind: 'unknown' };
}

/** A colon after one of these belongs to it; any other ends the commands of one list of hosts. */
const tag =
  /^(?:(?:NO)?(?:EXEC|FOLLOW|LOG_INPUT|LOG_OUTPUT|MAIL|INTERCEPT|PASSWD|SETENV)|sha(?:224|256|384|512))$/;

/** `alice, %docker HOSTS = (root) NOPASSWD: /usr/bin/docker : OTHERS = …` */
function parseUserSpecification(text: string): readonly SudoersRule[] | undefined {
  const [head = '', ...rest] = splitOutside(text, '=');
  if (rest.length === 0) return undefined;
  // Spaces around a comma do not end a list; the first that does stands between users and hosts.
  const tight = head.replaceAll(/\s*,\s*/g, ',').replaceAll(/!\s+/g, '!');
  const [, users, hosts] = /^((?:\\.|"[^"]*"|[^\s"\\])+)\s+(\S.*)$/.exec(tight) ?? [];
  if (users === undefined || hosts === undefined) return undefined;
  const specifications = splitSpecifications(text.slice(text.indexOf('=', head.length) + 1));
  return specifications.flatMap((commands) => {
    const rules = parseCommands(commands);
    return splitOutside(users, ',').flatMap((user) =>
      rules.map((rule) => ({ user: unquote(user), ...rule })),
    );
  });
}

/** The commands of each list of hosts: after the first, a part begins with its hosts and an equals sign. */
function splitSpecifications(text: string): readonly string[] {
  const parts: string[] = [];
  for (const piece of splitOutside(text, ':')) {
    const last = parts.at(-1);
    const word = /(\S+)$/.exec(last ?? '')?.[1] ?? '';
    if (last !== undefined && tag.test(word.replace(/^.*[\s,()=:]/, ''))) {
      parts[parts.length - 1] = `${last}:${piece}`;
    } else if (last === undefined) parts.push(piece);
    else {
      const [, ...commands] = splitOutside(piece, '=');
      parts.push(commands.join('='));
    }
  }
  return parts;
}

/**
 * Tags hold for all commands that follow them, until their opposite: commands before and after it are rules
 * of their own.
 */
function parseCommands(text: string): readonly Omit<SudoersRule, 'user'>[] {
  const rules: { readonly commands: string[]; readonly noPassword: boolean | null }[] = [];
  let noPassword: boolean | null = null;
  for (const item of splitOutside(text, ',')) {
    let rest = item;
    for (;;) {
      const [prefix = '', word = ''] =
        /^(?:\([^)]*\)|([A-Z_]+)\s*:|(?:ROLE|TYPE|PRIVS|LIMITPRIVS|TIMEOUT|NOTBEFORE|NOTAFTER|CWD|CHROOT|APPARMOR_PROFILE)=\S+)\s*/.exec(
          rest,
        ) ?? [];
      if (prefix === '') break;
      if (word === 'NOPASSWD') noPassword = true;
      if (word === 'PASSWD') noPassword = false;
      rest = rest.slice(prefix.length);
    }
    if (rest === '') continue;
    // What may not be run needs no password either.
    const free = rest.startsWith('!') ? (rules.at(-1)?.noPassword ?? null) : noPassword;
    const last = rules.at(-1);
    if (last?.noPassword === free) last.commands.push(rest);
    else rules.push({ commands: [rest], noPassword: free });
  }
  return rules;
}

const unquote = (text: string): string =>
  text.replace(/^"(.*)"$/s, '$1').replaceAll(/\\(.)/gs, '$1');
