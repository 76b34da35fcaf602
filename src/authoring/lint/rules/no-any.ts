import { Node, SyntaxKind, type Type } from 'ts-morph';
import type { Found, Rule } from '../rule.ts';
import { isValue, nodesIn } from '../walk.ts';

/** Where the compiler knows nothing, a mistyped fact is `undefined`, and a verdict rests on that. */
export const noAny: Rule = {
  id: 'no-any',
  level: 'error',
  summary: 'Nothing that a check reads has the type any.',
  *find({ parts }): Iterable<Found> {
    for (const node of nodesIn(parts)) {
      const found = Node.isParameterDeclaration(node) ? fromParameter(node) : fromExpression(node);
      if (found) yield found;
    }
  },
};

/** A parameter that says so, or of which nobody said anything. */
function fromParameter(node: Node): Found | undefined {
  if (!Node.isParameterDeclaration(node) || !node.getType().isAny()) return undefined;
  const written = node.getTypeNode();
  const name = node.getName();
  if (!written) {
    return { node, message: `Nothing says what ${name} is: it has the type any. Give it a type.` };
  }
  if (written.getKind() !== SyntaxKind.AnyKeyword) {
    return { node, message: `The type of ${name} cannot be found, and so it is any.` };
  }
  const fix = isContextual(node)
    ? { start: node.getNameNode().getEnd(), end: written.getEnd(), text: '' }
    : undefined;
  return {
    node,
    message: `${name} has the type any: the compiler knows no fact of it. Leave the type out, or name the kind's.`,
    ...(fix ? { fix } : {}),
  };
}

/** Whether the place of a function says what its parameters are. */
function isContextual(parameter: Node): boolean {
  const written = parameter.getParent();
  if (!Node.isArrowFunction(written) && !Node.isFunctionExpression(written)) return false;
  const [signature] = written.getContextualType()?.getCallSignatures() ?? [];
  const at = written.getParameters().findIndex((each) => each === parameter);
  const type = signature?.getParameters()[at]?.getTypeAtLocation(written);
  return type !== undefined && !type.isAny();
}

function fromExpression(node: Node): Found | undefined {
  if (Node.isAsExpression(node) && node.getTypeNode()?.getKind() === SyntaxKind.AnyKeyword) {
    return ofAssertion(node);
  }
  if (!isRead(node) || !node.getType().isAny() || isPassedOn(node)) return undefined;
  return { node, message: `${shorten(node.getText())} has the type any.` };
}

function ofAssertion(node: Node): Found | undefined {
  if (!Node.isAsExpression(node)) return undefined;
  const inner = node.getExpression();
  const around = Node.isParenthesizedExpression(node.getParent()) ? node.getParent() : node;
  const access = around.getParent();
  const isKnown =
    Node.isPropertyAccessExpression(access) && hasMember(inner.getType(), access.getName());
  return {
    node,
    message: 'This takes all types away, and with them every mistake that they would tell.',
    ...(isKnown && Node.isIdentifier(inner)
      ? { fix: { start: around.getStart(), end: around.getEnd(), text: inner.getText() } }
      : {}),
  };
}

const hasMember = (type: Type, name: string): boolean =>
  !type.isAny() && type.getProperty(name) !== undefined;

/** What has a value of its own; a declaration and a type have none. */
const isRead = (node: Node): boolean =>
  Node.isPropertyAccessExpression(node) ||
  Node.isElementAccessExpression(node) ||
  Node.isCallExpression(node) ||
  (Node.isIdentifier(node) && isValue(node));

/** What comes of another `any` is told there, and what came of an assertion too. */
function isPassedOn(node: Node): boolean {
  if (Node.isIdentifier(node)) {
    const declared = node.getSymbol()?.getDeclarations() ?? [];
    // A variable is as its value, and a parameter is told itself.
    return declared.some(
      (each) =>
        Node.isVariableDeclaration(each) ||
        Node.isParameterDeclaration(each) ||
        Node.isBindingElement(each),
    );
  }
  const from =
    Node.isPropertyAccessExpression(node) ||
    Node.isElementAccessExpression(node) ||
    Node.isCallExpression(node)
      ? node.getExpression()
      : undefined;
  return from?.getType().isAny() ?? false;
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
