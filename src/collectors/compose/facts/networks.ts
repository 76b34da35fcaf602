import { missing, sourced } from '../../gathering/partial-facts.ts';
import type { Project } from '../loading/load-project.ts';
import { sourceAt } from '../loading/source-at.ts';
import { type Node, textOf } from '../../../syntax/compose/tree/nodes.ts';
import { networkFault } from './undefined-resources.ts';
import { fullName, networksOfService } from './resource-names.ts';
import type { Said } from './read-fields.ts';

/** Everything that a service says of networks; without a word it is on the project's own. */
export function networksOf(said: Said, service: Node, project: Project) {
  const fault = networkFault(service, project);
  if (fault) return missing(fault);
  const mode = said.field('network_mode');
  if (mode) {
    // The engine's own default is its default bridge.
    const onBridge = ['bridge', 'default'].includes(textOf(mode) ?? '');
    return said.at(mode, onBridge ? [{ name: 'bridge', id: 'bridge' }] : []);
  }
  const asked = said.field('networks');
  const networks = networksOfService(service).map((name) => {
    const full = fullName(project, 'networks', name);
    const place = asked?.kind === 'map' ? asked.entries.get(name)?.key : undefined;
    const network = { name: full, id: full };
    return { full, network: place ? sourced(network, sourceAt(place)) : network };
  });
  return said.at(
    asked,
    networks.toSorted((a, b) => (a.full < b.full ? -1 : 1)).map(({ network }) => network),
  );
}
