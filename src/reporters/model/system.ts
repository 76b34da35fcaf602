import type { Assessment } from '../../core/assessment/assessment.ts';
import { groupBy } from '../../syntax/group-by.ts';
import type { Scope } from './entries/scope.ts';
import type { Voice } from './voice.ts';

/** Names shown of one kind; the assessment has them all. */
const shownNames = 20;

/** The system under assessment, what chose its subjects, and what was left out. */
export function describeSystem(
  system: NonNullable<Assessment['system']>,
  { kind, name, prose, say }: Voice,
): NonNullable<Scope['system']> {
  const { targets = [], labels = {}, components = [], outside } = system;
  const groups = groupBy(outside, ({ subject, reason }) => `${reason} ${subject.kind}`);
  return {
    name: name(system.name),
    boundary: prose(system.scope),
    selects: [
      ...targets.map((target) => say('scope.selects-target', { name: name(target) })),
      ...Object.entries(labels).map(([key, value]) =>
        say('scope.selects-label', { name: name(`${key}=${value}`) }),
      ),
      ...components.map((each) => say('scope.selects-component', { name: name(each) })),
    ],
    outside: Array.from(groups.values()).flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      return [
        {
          kind: kind(first.subject.kind),
          reason: say(`scope.outside-${first.reason}`),
          count: group.length,
          names: group.slice(0, shownNames).map(({ subject }) => name(subject.name)),
        },
      ];
    }),
    outsideCount: outside.length,
  };
}
