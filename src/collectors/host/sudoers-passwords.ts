import type { HostFacts } from '../../core/subjects/host.ts';
import { expandAliases, type AliasMembers, type Budget } from './sudoers-aliases.ts';

/** One rule of sudoers as its facts have it. */
export type SudoRule = HostFacts['sudo']['rules'][number];

/** A rule that may leave it to the defaults whether a password is asked: then `noPassword` is `null`. */
export type UntaggedRule = Omit<SudoRule, 'noPassword'> & { readonly noPassword: boolean | null };

/** What sudoers has in all its files that decides what a rule means. */
export interface SudoersContext {
  readonly users: AliasMembers;
  readonly commands: AliasMembers;
  readonly budget: Budget;
  /** The setting `authenticate` by the scope of its Defaults: `''`, `:USERS`, `@HOSTS`, `>USERS`, `!COMMANDS`. */
  readonly authenticate: ReadonlyMap<string, boolean>;
  /** The group whose members are asked for no password; absent where there is none. */
  readonly exempt?: string | undefined;
}

/**
 * Writes a rule out: a rule for each user that its aliases stand for, with the commands that theirs stand
 * for, and whether a password is asked. Whom a rule leaves out is not somebody it is for. Where defaults free
 * single commands, those are a rule of their own.
 */
export function settleRule(rule: UntaggedRule, context: SudoersContext): readonly SudoRule[] {
  const commands = [...expandAliases(rule.commands, context.commands, context.budget)];
  return expandAliases([rule.user], context.users, context.budget)
    .filter((user) => !user.startsWith('!'))
    .flatMap((user) => {
      const { noPassword } = rule;
      // No tag asks a member of that group.
      if (isExempt(user, context)) return [{ ...rule, user, commands, noPassword: true }];
      if (noPassword !== null) return [{ ...rule, user, commands, noPassword }];
      const own = { ...rule, user, commands, noPassword: asksNobody(user, context) };
      const free = own.noPassword ? [] : freeCommands(commands, context);
      return free.length === 0 ? [own] : [own, { ...own, commands: free, noPassword: true }];
    });
}

/** Scopes in the order in which sudo applies them; hosts and target users may be the ones in question. */
function asksNobody(user: string, { users, authenticate, budget }: SudoersContext): boolean {
  let free = authenticate.get('') === false;
  for (const [scope, asks] of authenticate) {
    if (/^[@>]/.test(scope) && !asks) free = true;
  }
  for (const [scope, asks] of authenticate) {
    if (!scope.startsWith(':')) continue;
    const named = expandAliases(list(scope), users, budget);
    if (asks && named.includes(user)) free = false;
    if (!asks && named.some((one) => mayBe(one, user))) free = true;
  }
  return free;
}

const isExempt = (user: string, { exempt }: SudoersContext): boolean =>
  exempt !== undefined && mayBe(`%${exempt}`, user);

/** A group may hold a user: who is in it is not looked up, and one member without a password is enough. */
const mayBe = (one: string, user: string): boolean =>
  one === user || one === 'ALL' || user === 'ALL' || isGroup(one) !== isGroup(user);

const isGroup = (name: string): boolean => /^[%+]/.test(name);

function freeCommands(
  own: readonly string[],
  { commands, authenticate, budget }: SudoersContext,
): string[] {
  const free = [...authenticate].flatMap(([scope, asks]) =>
    scope.startsWith('!') && !asks ? expandAliases(list(scope), commands, budget) : [],
  );
  return own.includes('ALL') ? free : free.filter((command) => own.includes(command));
}

const list = (scope: string): readonly string[] =>
  scope
    .slice(1)
    .split(',')
    .map((name) => name.trim());
