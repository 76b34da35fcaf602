import { said, SyntaxProblem, type Said } from '../../problem.ts';
import { invalidAt } from '../tree/invalid-at.ts';
import { refused, type Entry, type Node, type Place } from '../tree/nodes.ts';

/**
 * One field's rules: how its short and long spellings become one, and how a later file's value meets an
 * earlier one's. `at` is the field's path, for messages.
 */
export interface Form {
  readonly normalise: (node: Node, at: string) => Node;
  readonly merge: (base: Node, over: Node) => Node;
  /** Whether a later field that holds nothing takes away what an earlier file says. */
  readonly clears?: boolean;
}

/** The later value stands. */
export const replace = (_: Node, over: Node): Node => over;

/** Whether a field is there and holds nothing. */
export const isNothing = (node: Node): boolean =>
  node.kind === 'scalar' && node.value === null && !node.fault;

/** What is wrong with a value of another kind than is wanted. */
export const wrong = (node: Node, at: string, wanted: Said) =>
  invalidAt(node.place, said(`${at}: must be ${wanted.en}`, `${at}：应为${wanted.zh}`));

/** What {@link wrong} wants most often. */
export const aMap = said('a map', '映射');

/** A field that has a shorter spelling: `lengthen` turns that into the long one, and leaves the long one. */
export const shortOr = (long: Form, lengthen: (node: Node, at: string) => Node): Form => ({
  merge: long.merge,
  normalise: (node, at) => long.normalise(lengthen(node, at), at),
});

/** A field whose later value replaces the earlier one. */
export const replaced = (form: Form): Form => ({ ...form, merge: replace });

/** A field at the place of its value, for spellings that are taken apart. */
export const entryAt = (value: Node, key: Place = value.place): Entry => ({ key, value });

/** What `make` makes, or what stands for a value that Compose would refuse. */
export function orRefused(node: Node, make: () => Node): Node {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    return refused(node.place, error);
  }
}

/**
 * A form of a value that decides nothing but itself: where it is wrong, mostly because a variable is missing, Compose
 * refuses the project, and the rest of the value is judged all the same.
 */
export const alone = (form: Form): Form => ({
  ...form,
  normalise: (node, at) => (node.fault ? node : orRefused(node, () => form.normalise(node, at))),
});
