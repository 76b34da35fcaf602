import { capabilitiesOf, normalCapabilities } from '../../workload/capabilities.ts';
import { sourced } from '../../gathering/partial-facts.ts';
import { type Place, itemsOf, textOf } from '../../../syntax/compose/tree/nodes.ts';
import { sourceAt } from '../loading/source-at.ts';
import { isTrue, type Said } from './read-fields.ts';

/** Where each capability of a list is named. */
function placesOf(said: Said, field: 'cap_add' | 'cap_drop'): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const item of itemsOf(said.field(field))) {
    const [name = ''] = normalCapabilities([textOf(item) ?? '']);
    if (!places.has(name)) places.set(name, item.place);
  }
  return places;
}

/** What it asks for and what it holds in the end, each capability at the place that gives it. */
export function capabilityFacts(said: Said) {
  const privileged = isTrue(said.field('privileged'));
  const [add, drop] = [placesOf(said, 'cap_add'), placesOf(said, 'cap_drop')];
  const { effective } = capabilitiesOf(
    { add: [...add.keys()], drop: [...drop.keys()], privileged },
    'docker',
  );
  const named = (field: 'cap_add' | 'cap_drop', places: ReadonlyMap<string, Place>) =>
    said.at(
      said.field(field),
      [...places.keys()].toSorted().map((name) => placed(name, places.get(name))),
    );
  const placed = (name: string, place: Place | undefined) =>
    place ? sourced(name, sourceAt(place)) : said.at(undefined, name);
  const byMode = privileged ? said.field('privileged')?.place : undefined;
  return {
    added: named('cap_add', add),
    dropped: named('cap_drop', drop),
    effective: said.at(
      privileged ? said.field('privileged') : (said.field('cap_add') ?? said.field('cap_drop')),
      effective.map((name) => placed(name, byMode ?? add.get(name) ?? add.get('ALL'))),
    ),
  };
}
