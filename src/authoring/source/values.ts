import {
  Node,
  SyntaxKind,
  VariableDeclarationKind,
  type Expression,
  type Identifier,
  type ObjectLiteralElementLike,
  type ParameterDeclaration,
} from 'ts-morph';
import { declarationsOf } from './declarations.ts';
import { bind, calledBy, resultOf, type Bindings } from './functions.ts';

/** An expression, and what the parameters in it stand for. */
export interface Value {
  readonly node: Node;
  readonly bindings: Bindings;
}

/** A member of an object that was found, however the object was put together. */
export interface Member extends Value {
  /** Where it is written; `node` is what it is set to, and of a method the method itself. */
  readonly element: ObjectLiteralElementLike;
  /** The spread of the object that was asked by which it came in; absent where it is written there. */
  readonly through?: ObjectLiteralElementLike;
}

/** What looking came to: `open` where it depends on a parameter, or on what is not known. */
export type Sought<Found> =
  | { readonly found: Found }
  | { readonly absent: true }
  | { readonly open: ParameterDeclaration | undefined };

/** Says of a call what object it gives back, where that is known: `defineControl` gives its argument. */
export type Returned = (call: Node) => Expression | undefined;

const unknown = { open: undefined };

/** Follows an expression to what it is: through names, constants, brackets, types, parameters and plain functions. */
export function settle(value: Value, returned: Returned): Value {
  const { node, bindings } = value;
  const again = (next: Node, within = bindings): Value =>
    settle({ node: next, bindings: within }, returned);
  if (
    Node.isParenthesizedExpression(node) ||
    Node.isAsExpression(node) ||
    Node.isSatisfiesExpression(node) ||
    Node.isNonNullExpression(node)
  ) {
    return again(node.getExpression());
  }
  if (Node.isCallExpression(node)) {
    const given = returned(node);
    if (given) return again(given);
    const [called] = calledBy(node);
    const result = resultOf(called);
    // What calls itself would never be done.
    const isInside = called !== undefined && node.getAncestors().includes(called);
    return result && !isInside ? again(result, bind(bindings, node, called)) : value;
  }
  if (Node.isPropertyAccessExpression(node)) {
    const object = { node: node.getExpression(), bindings };
    const member = memberOf(object, node.getName(), returned);
    return 'found' in member ? settle(member.found, returned) : value;
  }
  if (!Node.isIdentifier(node)) return value;
  const [declaration] = declarationsOf(node);
  if (Node.isParameterDeclaration(declaration)) {
    const bound = bindings.get(declaration);
    return bound ? again(bound) : value;
  }
  if (Node.isVariableDeclaration(declaration)) {
    const initial = declaration.getInitializer();
    const constant =
      declaration.getVariableStatement()?.getDeclarationKind() === VariableDeclarationKind.Const;
    return initial && constant ? again(initial) : value;
  }
  if (Node.isBindingElement(declaration)) {
    const found = destructured({ node, bindings }, undefined, returned);
    return found && 'found' in found ? settle(found.found, returned) : value;
  }
  return Node.isExportAssignment(declaration) ? again(declaration.getExpression()) : value;
}

/**
 * The member of this name, of an object that may be put together from others. The last one wins.
 *
 * @param lenient whether a part about which nothing is known is assumed not to have it
 */
export function memberOf(
  object: Value,
  name: string,
  returned: Returned,
  lenient = false,
): Sought<Member> {
  const { node, bindings } = settle(object, returned);
  if (Node.isIdentifier(node)) {
    return destructured({ node, bindings }, name, returned) ?? { open: parameterOf(node) };
  }
  if (!Node.isObjectLiteralExpression(node)) return unknown;
  let open: Sought<Member> | undefined;
  for (const element of node.getProperties().toReversed()) {
    if (Node.isSpreadAssignment(element)) {
      const part = { node: element.getExpression(), bindings };
      const inner = memberOf(part, name, returned, lenient);
      if ('found' in inner) return { found: { ...inner.found, through: element } };
      if ('open' in inner && !lenient) return inner;
      if ('open' in inner) open ??= inner;
      continue;
    }
    if (Node.isComputedPropertyName(element.getNameNode())) {
      open ??= unknown;
      continue;
    }
    if (element.getName().replace(/^(['"])(.*)\1$/s, '$2') !== name) continue;
    const set = Node.isPropertyAssignment(element)
      ? element.getInitializerOrThrow()
      : Node.isShorthandPropertyAssignment(element)
        ? element.getNameNode()
        : element;
    return { found: { element, node: set, bindings } };
  }
  return open ?? { absent: true };
}

/** A text that is written out, or put together from such; `open` as for members. */
export function textOf(value: Value, returned: Returned): Sought<string> {
  const { node, bindings } = settle(value, returned);
  if (Node.isStringLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node)) {
    return { found: node.getLiteralValue() };
  }
  const part = (inner: Node): Sought<string> => textOf({ node: inner, bindings }, returned);
  if (Node.isTemplateExpression(node)) {
    const spans = node
      .getTemplateSpans()
      .flatMap((span) => [
        part(span.getExpression()),
        { found: span.getLiteral().getLiteralText() },
      ]);
    return joined([{ found: node.getHead().getLiteralText() }, ...spans]);
  }
  const isSum =
    Node.isBinaryExpression(node) && node.getOperatorToken().getKind() === SyntaxKind.PlusToken;
  if (isSum) return joined([part(node.getLeft()), part(node.getRight())]);
  return { open: Node.isIdentifier(node) ? parameterOf(node) : undefined };
}

function joined(parts: readonly Sought<string>[]): Sought<string> {
  const open = parts.find((part) => !('found' in part));
  return open ?? { found: parts.map((part) => ('found' in part ? part.found : '')).join('') };
}

/**
 * What a name that was taken out of an object stands for; of one that holds the rest of an object, its member of
 * that name. `undefined` when the name was not taken out of anything.
 */
function destructured(
  { node, bindings }: { readonly node: Identifier; readonly bindings: Bindings },
  member: string | undefined,
  returned: Returned,
): Sought<Member> | undefined {
  const [element] = declarationsOf(node);
  if (!Node.isBindingElement(element)) return undefined;
  const pattern = element.getParent();
  if (!Node.isObjectBindingPattern(pattern)) return unknown;
  const nameOf = (each: typeof element): string =>
    each.getPropertyNameNode()?.getText() ?? each.getName();
  const isRest = element.getDotDotDotToken() !== undefined;
  const wanted = isRest ? member : nameOf(element);
  // A member of what was taken out is one level further down.
  if (wanted === undefined || (!isRest && member !== undefined)) return { open: parameterOf(node) };
  if (isRest && pattern.getElements().some((each) => nameOf(each) === wanted)) {
    return { absent: true };
  }
  const owner = pattern.getParent();
  const source = Node.isParameterDeclaration(owner)
    ? bindings.get(owner)
    : Node.isVariableDeclaration(owner)
      ? owner.getInitializer()
      : undefined;
  if (!source) return { open: parameterOf(node) };
  return memberOf({ node: source, bindings }, wanted, returned);
}

/** The parameter that a name is, or is taken out of. */
function parameterOf(name: Identifier): ParameterDeclaration | undefined {
  const [declaration] = declarationsOf(name);
  return Node.isParameterDeclaration(declaration)
    ? declaration
    : declaration?.getFirstAncestorByKind(SyntaxKind.Parameter);
}
