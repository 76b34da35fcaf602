import { said } from '../../problem.ts';
import { invalidAt } from '../tree/invalid-at.ts';
import { fieldOf, map, scalar, textOf, type Node } from '../tree/nodes.ts';
import { shortOr, type Form } from './form.ts';
import { fields } from './maps.ts';
import { text } from './scalars.ts';

const named = fields({ name: text });

/** Something that may be made elsewhere; where `external` is a map, as it once was, it holds the name of that thing. */
export const perhapsExternal = (form: Form): Form => shortOr(form, settled);

function settled(node: Node, at: string): Node {
  const external = node.kind === 'map' ? node.entries.get('external') : undefined;
  if (node.kind !== 'map' || external?.value.kind !== 'map') return node;
  const { key, value } = external;
  if (value.tag === 'reset') return node;
  const name = fieldOf(named.normalise(value, `${at}.external`), 'name');
  const own = fieldOf(node, 'name');
  if (name && own && textOf(name) !== textOf(own)) {
    throw invalidAt(
      name.place,
      said(`${at}: name and external.name differ`, `${at}：name 与 external.name 不一致`),
    );
  }
  const entries = new Map(node.entries);
  entries.set('external', { key, value: scalar(true, value.place) });
  if (name && !own) entries.set('name', { key: name.place, value: name });
  return map(entries, node.place);
}
