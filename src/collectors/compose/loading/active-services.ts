import {
  entriesOf,
  fieldOf,
  itemsOf,
  textOf,
  type MapNode,
  type Node,
  type Place,
} from '../../../syntax/compose/tree/nodes.ts';

/** The profiles that start a service; none for one that is always started. */
export const profilesOf = (service: Node): readonly string[] =>
  itemsOf(fieldOf(service, 'profiles')).flatMap((each) => textOf(each) ?? []);

/** Services by name, in the order of the files. */
type Services = Map<string, { readonly key: Place; readonly value: MapNode }>;

/** Parts the services that are on, all with no profile or one of these, from those that are off. */
export function activeServices(whole: MapNode, profiles: ReadonlySet<string>) {
  const services: Services = new Map();
  const dormant: Services = new Map();
  for (const [name, { key, value }] of entriesOf(fieldOf(whole, 'services'))) {
    if (value.kind !== 'map') continue;
    const own = profilesOf(value);
    const on = own.length === 0 || profiles.has('*') || own.some((each) => profiles.has(each));
    (on ? services : dormant).set(name, { key, value });
  }
  return { services, dormant, inactive: [...dormant.keys()] };
}
