import { groupBy } from '../../syntax/group-by.ts';
import { expandAliases, type AliasMembers, type Budget } from '../../syntax/sudoers/aliases.ts';
import type { SudoersRunAs } from '../../syntax/sudoers/sudoers-statement.ts';
import type { Account, Group } from '../files/accounts.ts';
import type { SudoRule } from './sudoers-passwords.ts';

/** What decides whom the commands of a rule run as. */
export interface RunAsContext {
  readonly aliases: AliasMembers;
  readonly budget: Budget;
  /** `undefined` where accounts and groups could not be read. */
  readonly names: RunAsNames | undefined;
  /** Whom commands run as by the defaults, where a rule does not say. */
  readonly byDefault: string;
}

/** Names of users and groups by what sudoers may write in their place. */
export interface RunAsNames {
  /** By `#1000`. */
  readonly users: ReadonlyMap<string, readonly string[]>;
  /** By `#999`. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** Members by the name of a group, and by its number. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  readonly roots: ReadonlySet<string>;
}

/** Makes the names of a host ready to be looked up. */
export function runAsNames(accounts: readonly Account[], groups: readonly Group[]): RunAsNames {
  const primary = groupBy(accounts, ({ gid }) => gid);
  const members = groups.map((group) => {
    const own = primary.get(group.gid) ?? [];
    return { ...group, members: [...group.members, ...own.map(({ name }) => name)] };
  });
  const namesBy = <T extends { readonly name: string }>(
    all: readonly T[],
    number: (one: T) => number,
  ) =>
    new Map(
      [...groupBy(all, number)].map(([key, some]) => [`#${key}`, some.map(({ name }) => name)]),
    );
  const membersBy = (key: (group: Group) => string) =>
    [...groupBy(members, key)].map(
      ([name, some]) => [name, some.flatMap((one) => one.members)] as const,
    );
  return {
    users: namesBy(accounts, ({ uid }) => uid),
    groups: namesBy(groups, ({ gid }) => gid),
    members: new Map([...membersBy(({ gid }) => `#${gid}`), ...membersBy(({ name }) => name)]),
    roots: new Set([
      'root',
      '#0',
      ...accounts.flatMap(({ name, uid }) => (uid === 0 ? [name] : [])),
    ]),
  };
}

/** Whom commands run as; nothing where that may be root. */
type RunsAs = Pick<SudoRule, 'asRoot' | 'asUsers' | 'asGroups'>;

/** Names that stand for one user or group; what is written otherwise may be root. */
const plainName = /^[a-z_][\w.-]*\$?$/;

/** Looks up whom the commands of a rule run as: aliases, numbers and members of groups by their names. */
export function settleRunAs(written: SudoersRunAs | undefined, context: RunAsContext): RunsAs {
  const { users, groups } = written ?? { users: [context.byDefault], groups: [] };
  const asUsers = lookUp(users, context, usersOf);
  const asGroups = lookUp(groups, context, groupsOf);
  return asUsers && asGroups ? { asRoot: false, asUsers, asGroups } : {};
}

type LookUp = (name: string, context: RunAsContext) => readonly string[] | undefined;

/** `undefined` where one of them may be root. Whom a list leaves out is taken to be in it. */
function lookUp(
  written: readonly string[],
  context: RunAsContext,
  namesOf: LookUp,
): string[] | undefined {
  const found = expandAliases(written, context.aliases, context.budget)
    .filter((name) => !name.startsWith('!'))
    .map((name) => namesOf(name, context));
  for (const names of found) {
    if (names === undefined || (context.budget.left -= names.length) < 0) return undefined;
  }
  return [...new Set(found.flatMap((names) => names ?? []))];
}

const usersOf: LookUp = (name, { names }) => {
  let found: readonly string[] | undefined;
  if (/^#\d+$/.test(name)) found = names === undefined ? undefined : orNumber(names.users, name);
  else if (name.startsWith('%')) found = names?.members.get(shortNumber(name.slice(1)));
  else if (plainName.test(name)) found = [name];
  return found?.some((one) => one === 'root' || names?.roots.has(one)) ? undefined : found;
};

const groupsOf: LookUp = (name, { names }) => {
  if (name === 'ALL') return names && [...names.groups.values()].flat();
  if (/^#\d+$/.test(name)) return names === undefined ? undefined : orNumber(names.groups, name);
  return plainName.test(name) ? [name] : undefined;
};

/** Who has a number, or the number itself where nobody has. */
const orNumber = (
  names: ReadonlyMap<string, readonly string[]>,
  written: string,
): readonly string[] => names.get(shortNumber(written)) ?? [shortNumber(written)];

const shortNumber = (name: string): string => name.replace(/^#0+(?=\d)/, '#');
