import { entriesOf, fieldOf, itemsOf, textOf, type MapNode, type Place } from './node.ts';

/** Parts the services that are on, all with no profile or one of these, from those that are off. */
export function activeServices(whole: MapNode, profiles: ReadonlySet<string>) {
  const services = new Map<string, { key: Place; value: MapNode }>();
  const inactive: string[] = [];
  for (const [name, { key, value }] of entriesOf(fieldOf(whole, 'services'))) {
    if (value.kind !== 'map') continue;
    const own = itemsOf(fieldOf(value, 'profiles')).map(textOf);
    const on =
      own.length === 0 ||
      profiles.has('*') ||
      own.some((each) => each !== undefined && profiles.has(each));
    if (on) services.set(name, { key, value });
    else inactive.push(name);
  }
  return { services, inactive };
}
