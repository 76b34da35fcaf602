import { Node, type Type } from 'ts-morph';
import { calledBy } from '../../source/functions.ts';
import type { LintedControl } from './rule.ts';
import { nodesIn } from './walk.ts';

/** The names of the parameters that a control declares; `undefined` where the compiler does not know them. */
export function declaredParameters({ member }: LintedControl): readonly string[] | undefined {
  const params = member('params');
  if (!params) return [];
  const shape = params.node.getType().getProperty('shape')?.getTypeAtLocation(params.node);
  return shape?.getProperties().map((each) => each.getName());
}

/** One reading of a parameter by its name; without a name, of whichever. */
export interface Reading {
  readonly node: Node;
  readonly name: string | undefined;
}

/** Every reading of a control's parameters in what it runs: of objects that have no other members than these. */
export function readingsOf(
  { parts }: LintedControl,
  declared: readonly string[],
): readonly Reading[] {
  const known = new Set(declared);
  const isParams = (given: Type): boolean => {
    // Within a function that makes checks, parameters have a type parameter's type.
    const type = given.getApparentType();
    const names = type.getProperties().map((each) => each.getName());
    return type.isObject() && names.length > 0 && names.every((name) => known.has(name));
  };
  return [...nodesIn(parts)].flatMap((node): readonly Reading[] => {
    if (Node.isPropertyAccessExpression(node) && isParams(node.getExpression().getType())) {
      return [{ node, name: node.getName() }];
    }
    if (Node.isElementAccessExpression(node) && isParams(node.getExpression().getType())) {
      const argument = node.getArgumentExpression();
      return [
        { node, name: Node.isStringLiteral(argument) ? argument.getLiteralValue() : undefined },
      ];
    }
    if (Node.isObjectBindingPattern(node) && isParams(node.getType())) {
      return node.getElements().map((each) => ({
        node: each,
        name: each.getDotDotDotToken()
          ? undefined
          : (each.getPropertyNameNode()?.getText() ?? each.getName()),
      }));
    }
    // As a whole it goes where nobody can follow: into a spread, a library.
    return Node.isIdentifier(node) && isHandedOn(node) && isParams(node.getType())
      ? [{ node, name: undefined }]
      : [];
  });
}

function isHandedOn(node: Node): boolean {
  const parent = node.getParent();
  if (Node.isSpreadElement(parent) || Node.isSpreadAssignment(parent)) return true;
  const isGiven = Node.isCallExpression(parent) && parent.getExpression() !== node;
  // What is handed to a function that can be looked into is read there.
  return isGiven && calledBy(parent).length === 0;
}
