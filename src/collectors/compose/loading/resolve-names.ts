import { eachEntry, within, type Change } from '../../../syntax/compose/tree/change-fields.ts';
import { isNothing } from '../../../syntax/compose/forms/form.ts';
import { scalar, type MapNode } from '../../../syntax/compose/tree/nodes.ts';
import type { Variables } from '../../../syntax/compose/reading/substitute.ts';

/**
 * Gives a value to the variables of services that are written as a name only, as far as it is known: an included file
 * may know others than the project.
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
