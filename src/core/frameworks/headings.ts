import { requirementsAt } from './framework.ts';
import type { FrameworkSelection } from './selection.ts';

/**
 * The ids of what only groups others at the level that is chosen, or asks nothing though nothing stands below it: nothing is
 * mapped to it, and it asks nothing of its own. Nobody can state that a heading is met.
 *
 * @throws PlimsollError `framework-unknown` when the framework has no such level
 */
export function headingsOf({
  framework,
  mappings,
  level = framework.defaultLevel,
}: FrameworkSelection): ReadonlySet<string> {
  const chosen = requirementsAt(framework, level);
  const parents = new Set(chosen.map(({ parent }) => parent));
  const linked = new Set(
    mappings.flatMap((mapping) =>
      mapping.framework === framework.id ? mapping.links.map(({ requirement }) => requirement) : [],
    ),
  );
  return new Set(
    chosen
      .filter(
        ({ id, asks }) => (parents.has(id) ? asks !== true : asks === false) && !linked.has(id),
      )
      .map(({ id }) => id),
  );
}
