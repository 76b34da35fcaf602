import { fieldOf, itemsOf, textOf, type Node } from '../../syntax/compose/tree/nodes.ts';
import { sourceAt } from '../compose/loading/source-at.ts';
import { contextKey, namedContext, type NamedContexts } from '../gathering/named-contexts.ts';

const option = '--build-context';

/** What the options of a build put in the place of stages and images: `--build-context NAME=VALUE`. */
export function contextsOf(build: Node | undefined): NamedContexts {
  const items = itemsOf(fieldOf(build, 'options'));
  return new Map(
    items.flatMap((node, at) => {
      const word = textOf(node) ?? '';
      const pair = word === option ? textOf(items[at + 1]) : word.split(`${option}=`, 2)[1];
      const [, name, value = ''] = /^([^=]+)=(.*)$/s.exec(pair ?? '') ?? [];
      return name === undefined
        ? []
        : [[contextKey(name), namedContext([name, value], sourceAt(node.place))] as const];
    }),
  );
}
