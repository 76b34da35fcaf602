import type { SudoersRunAs } from '../../syntax/sudoers/sudoers-statement.ts';
import type { SudoRule } from './sudoers-passwords.ts';

/** A rule with what it says of hosts and of whom its commands run as. */
export type WrittenRule = SudoRule & {
  readonly runAs?: SudoersRunAs;
  readonly someHosts?: true;
};

/**
 * Of several rules on one command sudo takes the last: one that asks for no password asks for one all the same where a later rule
 * for the same user, on every host, has all of its commands and asks.
 */
export function byLastMatch(rules: readonly WrittenRule[]): readonly SudoRule[] {
  const asking = new Map<string, { readonly rule: WrittenRule; readonly at: number }[]>();
  for (const [at, rule] of rules.entries()) {
    if (rule.noPassword !== false || rule.someHosts) continue;
    const known = asking.get(rule.user);
    if (known) known.push({ rule, at });
    else asking.set(rule.user, [{ rule, at }]);
  }
  return rules.map(({ runAs, someHosts: _, ...rule }, at) => {
    if (rule.noPassword !== true) return rule;
    const later = [...(asking.get(rule.user) ?? []), ...(asking.get('ALL') ?? [])].slice(
      -laterAtMost,
    );
    const asks = later.some(
      (each) =>
        each.at > at &&
        hasAll(each.rule.commands, rule.commands) &&
        runsAsAll(each.rule.runAs, runAs),
    );
    return asks ? { ...rule, noPassword: false } : rule;
  });
}

/** Rules that are looked at for one: files of rules may be made to be long. */
const laterAtMost = 100;

function hasAll(commands: readonly string[], others: readonly string[]): boolean {
  if (commands.some((command) => command.startsWith('!'))) return false;
  return commands.includes('ALL') || others.every((command) => commands.includes(command));
}

function runsAsAll(one: SudoersRunAs | undefined, other: SudoersRunAs | undefined): boolean {
  if (one === undefined || other === undefined) return one === other || isAll(one?.users ?? []);
  const covers = (names: readonly string[], others: readonly string[]): boolean =>
    isAll(names) || names.join() === others.join();
  return (
    covers(one.users, other.users) &&
    (other.groups.length === 0 || covers(one.groups, other.groups))
  );
}

const isAll = (names: readonly string[]): boolean => names.length === 1 && names[0] === 'ALL';
