import { entriesOf, textOf, type Node } from '../../../syntax/compose/tree/nodes.ts';

/** The single values of a map, by name; one without a value is empty. */
export const pairsIn = (node: Node | undefined): Record<string, string> =>
  Object.fromEntries(entriesOf(node).map(([name, { value }]) => [name, textOf(value) ?? '']));
