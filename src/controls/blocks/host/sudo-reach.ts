import type { HostFacts } from '../../../core/subjects/host/host.ts';
import { dockerGids, groupsOf, socketGids } from './engine-groups.ts';

type Rule = HostFacts['sudo']['rules'][number];

/** A rule of sudo, and what its commands reach by whom they run as; that is looked up when it is asked for. */
export interface ReachingRule {
  readonly rule: Rule;
  /** `engine`: not root, but a user or a group that may use the engine, which is as good. */
  readonly reach: () => 'root' | 'engine' | 'nothing';
}

/** All rules of sudo of a host. */
export const rulesWithReach = (h: HostFacts): readonly ReachingRule[] =>
  h.sudo.rules.map((rule) => ({ rule, reach: () => reachOf(rule, h) }));

function reachOf({ asRoot, asUsers = [], asGroups = [] }: Rule, h: HostFacts) {
  if (asRoot !== false) return 'root';
  const groups = groupsOf(h, [...dockerGids(h), ...socketGids(h)]);
  const isEngines = groups.some(
    ({ name, members }) =>
      asGroups.includes(name) || members.some((member) => asUsers.includes(member)),
  );
  return isEngines ? 'engine' : 'nothing';
}
