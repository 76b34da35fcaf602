import type { HostFacts } from '../../core/subjects/host/host.ts';
import type { Account, Group } from '../files/accounts.ts';
import type { Reading } from '../gathering/unread-gap.ts';

/**
 * Every group with all its members: those that its line names, and those whose primary group it is. Both
 * files are needed for that; accounts of a directory service are in neither.
 */
export function joinGroups(
  groups: Reading<readonly Group[]>,
  accounts: Reading<readonly Account[]>,
): Reading<HostFacts['groups']> {
  if ('unread' in groups) return groups;
  if ('unread' in accounts) return accounts;
  const value = groups.value.map(({ name, gid, members }) => {
    const primary = accounts.value.filter((account) => account.gid === gid);
    const all = new Set([...members, ...primary.map((account) => account.name)]);
    return { name, gid, members: [...all].toSorted() };
  });
  return { value, source: groups.source };
}
