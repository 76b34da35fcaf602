import type { HostFacts } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { missing, type Missing } from '../gathering/partial-facts.ts';
import { expandAliases, type AliasMembers, type Budget } from '../../syntax/sudoers/aliases.ts';
import { inCommon } from '../../syntax/sudoers/sudoers-command.ts';

/** One rule of sudoers as its facts have it; whether it asks for a password may not be known. */
export type SudoRule = Omit<HostFacts['sudo']['rules'][number], 'noPassword'> & {
  readonly noPassword: boolean | Missing;
};

/** A rule that may leave it to the defaults whether a password is asked: then `noPassword` is `null`. */
export type UntaggedRule = Omit<SudoRule, 'noPassword'> & { readonly noPassword: boolean | null };

/** What sudoers has in all its files that decides what a rule means. */
export interface SudoersContext {
  readonly users: AliasMembers;
  readonly commands: AliasMembers;
  readonly budget: Budget;
  /** Each setting of `authenticate`, in the order of the files, with the scope of its Defaults: `''`, `:USERS`, `@HOSTS`, `>USERS`, `!COMMANDS`. */
  readonly authenticate: readonly { readonly scope: string; readonly asks: boolean }[];
  /** The group whose members are asked for no password; absent where there is none. */
  readonly exempt?: string | undefined;
}

/**
 * Writes a rule out: a rule for each user that its aliases stand for, with the commands that theirs stand
 * for, and whether a password is asked. Whom a rule leaves out is not somebody it is for. Where defaults are for
 * single commands, those are a rule of their own.
 */
export function settleRule<Rule extends UntaggedRule>(
  rule: Rule,
  context: SudoersContext,
): readonly (Omit<Rule, 'noPassword'> & Pick<SudoRule, 'noPassword'>)[] {
  const commands = [...expandAliases(rule.commands, context.commands, context.budget)];
  return expandAliases([rule.user], context.users, context.budget)
    .filter((user) => !user.startsWith('!'))
    .flatMap((user) => {
      const { noPassword } = rule;
      // No tag asks a member of that group.
      if (isExempt(user, context)) return [{ ...rule, user, commands, noPassword: true }];
      if (noPassword !== null) return [{ ...rule, user, commands, noPassword }];
      return byDefaults({ ...rule, user, commands }, context);
    });
}

/** `undefined` where nobody knows. */
type Free = boolean | undefined;

const unclear: Missing = missing({
  reason: 'not-understood',
  detail: text(
    'whether a password is required depends on Defaults that were not followed',
    '是否要求口令取决于未能解析的 Defaults',
  ),
});

function byDefaults<Rule extends Omit<UntaggedRule, 'noPassword'>>(
  rule: Rule,
  context: SudoersContext,
): readonly (Rule & Pick<SudoRule, 'noPassword'>)[] {
  const general = asksNobody(rule.user, context);
  const settled: { command: string; free: Free }[] = [];
  for (const own of rule.commands) {
    let free = general;
    // What may not be run needs no password either.
    for (const { scope, asks } of own.startsWith('!') ? [] : context.authenticate) {
      if (!scope.startsWith('!')) continue;
      for (const { part, known } of commonWith(own, scope, context)) {
        if (part === own) free = known ? !asks : either(free, !asks);
        else if (!asks && free !== true) settled.push({ command: part, free: true });
      }
    }
    settled.push({ command: own, free });
  }
  return [general, true, false, undefined].flatMap((free, at, all) => {
    if (all.indexOf(free) !== at) return [];
    const commands = settled.flatMap((each) => (each.free === free ? [each.command] : []));
    const noPassword = free ?? unclear;
    return commands.length === 0 ? [] : [{ ...rule, commands: [...new Set(commands)], noPassword }];
  });
}

const either = (one: Free, other: Free): Free => (one === other ? one : undefined);

/** What a command has in common with those of a list; the last entry about it decides. */
function commonWith(
  own: string,
  scope: string,
  { commands, budget }: SudoersContext,
): readonly { readonly part: string; readonly known: boolean }[] {
  const found: { part: string; known: boolean }[] = [];
  for (const item of expandAliases(list(scope), commands, budget).toReversed()) {
    const without = item.startsWith('!');
    const common = inCommon(own, without ? item.slice(1) : item);
    if (common === 'none') continue;
    if (common === 'unknown') found.push({ part: own, known: false });
    else if (common !== 'all' && !without) found.push({ part: common.part, known: true });
    else if (common === 'all') {
      if (!without) found.push({ part: own, known: found.every(({ known }) => known) });
      break;
      // What is left out of a wider command is no command that could be named.
    } else found.push({ part: own, known: false });
  }
  return found;
}

/** Whether nobody is asked by the defaults that are for no command. */
function asksNobody(user: string, context: SudoersContext): Free {
  const settings = context.authenticate.filter(({ scope }) => !scope.startsWith('!'));
  const kinds = ['', '@', ':', '>'];
  const byKind = settings.toSorted(
    (a, b) => kinds.indexOf(a.scope.slice(0, 1)) - kinds.indexOf(b.scope.slice(0, 1)),
  );
  // Releases of sudo differ in whether kinds of scopes are taken one after the other, or all as they stand.
  return either(freeAfter(settings, user, context), freeAfter(byKind, user, context));
}

function freeAfter(
  settings: SudoersContext['authenticate'],
  user: string,
  { users, budget }: SudoersContext,
): Free {
  let free: Free = false;
  for (const { scope, asks } of settings) {
    if (scope === '') free = !asks;
    // Hosts and target users may be the ones in question.
    else if (!scope.startsWith(':')) free = asks ? free : true;
    else {
      const named = expandAliases(list(scope), users, budget);
      if (asks) free = named.includes(user) ? false : free;
      else if (named.some((one) => mayBe(one, user))) free = true;
      else if (named.some((one) => couldBe(one, user))) free = either(free, true);
    }
  }
  return free;
}

const isExempt = (user: string, { exempt }: SudoersContext): boolean =>
  exempt !== undefined && mayBe(`%${exempt}`, user);

/** A group may hold a user: who is in it is not looked up, and one member without a password is enough. */
const mayBe = (one: string, user: string): boolean =>
  one === user || one === 'ALL' || user === 'ALL' || isGroup(one) !== isGroup(user);

/** A number may be that of a user, and somebody may be in two groups. */
const couldBe = (one: string, user: string): boolean =>
  !one.startsWith('!') && (isGroup(one) || one.startsWith('#') !== user.startsWith('#'));

const isGroup = (name: string): boolean => /^[%+]/.test(name);

const list = (scope: string): readonly string[] =>
  scope
    .slice(1)
    .split(',')
    .map((name) => name.trim());
