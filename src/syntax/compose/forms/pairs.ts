import { said } from '../../problem.ts';
import { map, scalar, type Entry, type MapNode } from '../tree/nodes.ts';
import { shortOr, wrong, type Form } from './form.ts';
import { mapEntries } from './map-entries.ts';

/** `NAME=value` lines or a map, as a map; a name alone has no value yet. */
export function pairs(): Form {
  const long: Form = {
    merge: (base, over) =>
      base.kind === 'map' && over.kind === 'map' ? mergePairs(base, over) : over,
    normalise: (node, at) => {
      if (node.kind !== 'map') {
        throw wrong(
          node,
          at,
          said('a map, or a list of NAME=value', '映射，或由 NAME=value 组成的列表'),
        );
      }
      return mapEntries(node, (name, { value }) => {
        if (value.kind !== 'scalar') {
          throw wrong(value, `${at}.${name}`, said('a single value', '单个值'));
        }
        return value.value === null ? value : scalar(String(value.value), value.place);
      });
    },
  };
  return shortOr(long, (node, at) => {
    if (node.kind !== 'list') return node;
    const entries = new Map<string, Entry>();
    for (const item of node.items) {
      if (item.kind !== 'scalar' || item.value === null) {
        throw wrong(item, at, said('a list of NAME=value', '由 NAME=value 组成的列表'));
      }
      const written = String(item.value);
      const found = written.indexOf('=');
      const name = found < 0 ? written : written.slice(0, found);
      const value = found < 0 ? null : written.slice(found + 1);
      entries.set(name, { key: item.place, value: scalar(value, item.place) });
    }
    return map(entries, node.place);
  });
}

/** Of pairs a name without a value is a value too: that of the environment. */
function mergePairs(base: MapNode, over: MapNode): MapNode {
  const entries = new Map(base.entries);
  for (const [name, entry] of over.entries) {
    if (entry.value.tag === 'reset') entries.delete(name);
    else entries.set(name, entry);
  }
  return map(entries, base.place);
}
