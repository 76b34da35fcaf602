import { said } from '../../problem.ts';
import { list, scalar, textOf, type Node } from '../tree/nodes.ts';
import { shortOr, wrong } from './form.ts';
import { itself, listOf } from './lists.ts';
import { text } from './scalars.ts';

/**
 * Names of hosts with their addresses, one or several each: a map, or a list of `NAME=ADDRESS` or `NAME:ADDRESS`; as a
 * list of `NAME=ADDRESS`, to which a later file adds.
 */
export const hosts = shortOr(listOf(text, itself), (node, at) => {
  if (node.kind === 'map') {
    const items = [...node.entries].flatMap(([name, { value }]) =>
      value.tag === 'reset' ? [] : addressesOf(value, `${at}.${name}`, name),
    );
    return list(items, node.place);
  }
  if (node.kind !== 'list') {
    throw wrong(
      node,
      at,
      said('a map, or a list of NAME=ADDRESS', '映射，或由 NAME=ADDRESS 组成的列表'),
    );
  }
  return list(
    node.items.flatMap((item) => pairOf(item, at)),
    node.place,
  );
});

function pairOf(item: Node, at: string): readonly Node[] {
  const [, name, addresses] = /^([^=:]+)[=:](.*)$/.exec(textOf(item) ?? '') ?? [];
  if (name === undefined || addresses === undefined) {
    throw wrong(item, at, said('a list of NAME=ADDRESS', '由 NAME=ADDRESS 组成的列表'));
  }
  return addresses
    .split(',')
    .flatMap((address) => addressesOf(scalar(address, item.place), at, name));
}

function addressesOf(value: Node, at: string, name: string): readonly Node[] {
  if (value.kind === 'list') return value.items.flatMap((item) => addressesOf(item, at, name));
  const spelled = textOf(value);
  if (spelled === undefined) {
    throw wrong(value, at, said('an address, or a list of them', '地址或地址列表'));
  }
  return [scalar(`${name}=${spelled.replace(/^\[(.*)\]$/, '$1')}`, value.place)];
}
