import { eachEntry, within, type Change } from './change-fields.ts';
import { isNothing } from './forms/form.ts';
import { scalar, type MapNode } from './node.ts';
import type { Variables } from './reading/substitute.ts';

/**
 * Gives the variables of services of which only the name is written their values, as far as they are known: what is
 * included may know others than the project.
 */
export function resolveNames(project: MapNode, variables: Variables): MapNode {
  const environment: Change = (node) =>
    eachEntry(node, (value, name) => {
      const held = isNothing(value) ? variables.get(name) : undefined;
      return held === undefined ? value : scalar(held, value.place);
    });
  const made = within(project, {
    services: (services) => eachEntry(services, (service) => within(service, { environment })),
  });
  return made.kind === 'map' ? made : project;
}
