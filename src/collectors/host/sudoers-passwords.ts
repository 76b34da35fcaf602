import type { HostFacts } from '../../core/subjects/host.ts';
import { expandAliases, type AliasMembers } from './sudoers-aliases.ts';

type Rule = HostFacts['sudo']['rules'][number];

/** `Defaults authenticate` on or off, by the scope that it was written for: `''`, `:users`, `!commands`, … */
export type Authentication = ReadonlyMap<string, { readonly on: boolean }>;

interface Aliases {
  readonly users: AliasMembers;
  readonly commands: AliasMembers;
}

/**
 * A rule as `Defaults !authenticate` leaves it: without a password for everyone or for its user, or in a
 * second rule for the commands that are named there. Where it holds on some hosts or for some users to
 * become, it is taken to hold.
 *
 * @see https://www.sudo.ws/docs/man/sudoers.man/#authenticate
 */
export function settlePassword(
  rule: Rule,
  authentication: Authentication,
  aliases: Aliases,
): readonly Rule[] {
  if (rule.noPassword) return [rule];
  const scopes = [...authentication].map(([scope, { on }]) => ({
    kind: scope.slice(0, 1),
    members: scope.slice(1).split(','),
    on,
  }));
  const named = scopes.findLast(
    ({ kind, members }) =>
      kind === ':' &&
      expandAliases(members, aliases.users).some((user) => user === rule.user || user === 'ALL'),
  );
  const general = scopes.filter(({ kind }) => kind !== ':' && kind !== '!');
  if (named ? !named.on : general.some(({ on }) => !on)) return [{ ...rule, noPassword: true }];
  const freed = scopes
    .filter(({ kind, on }) => kind === '!' && !on)
    .flatMap(({ members }) => expandAliases(members, aliases.commands))
    .filter((command) => rule.commands.includes('ALL') || rule.commands.includes(command));
  return freed.length === 0 ? [rule] : [rule, { ...rule, commands: freed, noPassword: true }];
}
