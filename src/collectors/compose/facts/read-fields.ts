import {
  decided,
  missing,
  sourced,
  type Missing,
  type Sourced,
} from '../../gathering/partial-facts.ts';
import {
  type Node,
  type Place,
  fieldOf,
  itemsOf,
  textOf,
} from '../../../syntax/compose/tree/nodes.ts';
import { secondsOf } from '../../../syntax/compose/forms/sizes.ts';
import { sourceAt } from '../loading/source-at.ts';
import type { Wording } from '../../../core/text.ts';
import type { Unread } from '../../gathering/unread-gap.ts';

/** Reads fields into facts: what is said has its own place, what is not that of the whole. */
export interface Said {
  readonly field: (...path: readonly string[]) => Node | undefined;
  /** A fact that a field says, or else the engine's default. */
  readonly or: <T>(path: string, read: (node: Node) => T, byDefault: T) => Sourced<T> | Missing;
  /**
   * A value at the place of a node; without one it is the engine's default, and of one that is refused not known. What
   * comes of a scalar is decided by it; to a list or a map, a base file may add.
   */
  readonly at: <T>(node: Node | undefined, value: T) => Sourced<T> | Missing;
  /** The same for a list that takes the place of that of a base file, as the words of a command do. */
  readonly decided: <T>(node: Node, value: T) => Sourced<T> | Missing;
  /** The items of a list, each at its own place; none where the field is not said. */
  readonly list: (path: string) => Sourced<readonly Sourced<string>[]> | Missing;
  /** A fact that neither the file nor the engine's defaults tell. */
  readonly unknown: (detail: Wording) => Missing;
}

/** Why nothing is known of a value that Compose refuses. */
export const refusal = ({ said }: { readonly said: Wording }, place: Place): Unread => ({
  reason: 'malformed',
  detail: said,
  source: sourceAt(place),
});

/**
 * Makes the reader of one service, network or volume.
 *
 * @param place where defaults are shown: that of its name
 */
export function readerOf(of: Node | undefined, place: Place): Said {
  const field: Said['field'] = (...path) => fieldOf(of, ...path);
  const source = sourceAt(place);
  const unset = { ...source, unset: true as const };
  const at: Said['at'] = (node, value) => {
    if (node === undefined) return sourced(value, unset);
    if (node.fault) return missing(refusal(node.fault, node.place));
    return (node.kind === 'scalar' ? decided : sourced)(value, sourceAt(node.place));
  };
  return {
    field,
    at,
    decided: (node, value) =>
      node.fault ? missing(refusal(node.fault, node.place)) : decided(value, sourceAt(node.place)),
    or: (path, read, byDefault) => {
      const node = field(...path.split('.'));
      return at(node, node ? read(node) : byDefault);
    },
    list: (path) =>
      at(
        field(path),
        itemsOf(field(path)).map((item) => sourced(textOf(item) ?? '', sourceAt(item.place))),
      ),
    unknown: (detail) => missing({ reason: 'unsupported', detail, source }),
  };
}

/** A number that a field holds; 0 where it holds none. */
export const numberIn = (node: Node | undefined): number => Number(textOf(node) ?? 0);

/** Seconds of a duration that a field holds; `null` where it holds none. */
export const secondsIn = (node: Node | undefined): number | null =>
  secondsOf(textOf(node) ?? '') ?? null;

/** Whether a field holds `true`. */
export const isTrue = (node: Node | undefined): boolean =>
  node?.kind === 'scalar' && node.value === true;
