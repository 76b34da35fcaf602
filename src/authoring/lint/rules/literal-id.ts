import { Node, type Type } from 'ts-morph';
import type { Found, Rule } from '../rule.ts';

/** Ids are types: what names a control that does not exist, does not compile. */
export const literalId: Rule = {
  id: 'literal-id',
  level: 'error',
  summary: 'The id of a control is written out, so that its type is the id itself.',
  *find({ controls, unclear, isOwn }): Iterable<Found> {
    for (const node of unclear) {
      yield {
        node,
        message:
          'No id is written here: nothing can tailor, map or waive such a control by name, and no bundle can say where it is defined.',
      };
    }
    const told = new Set<Node>();
    for (const { member } of controls) {
      const { node } = member('id') ?? {};
      if (!node || !isOwn(node) || told.has(node) || isLiteral(node)) continue;
      told.add(node);
      yield {
        node,
        message:
          'The type of this id is string, so that a mapping or a waiver of it cannot be checked. Write it out, or give the function a parameter of type <const Id extends string>.',
      };
    }
  },
};

function isLiteral(node: Node): boolean {
  if (Node.isStringLiteral(node)) return true;
  const type: Type = node.getType();
  return type.isStringLiteral() || type.isTypeParameter();
}
