import { Node, SyntaxKind, type Type } from 'ts-morph';
import { text } from '../../../core/text.ts';
import type { Found, Rule } from '../rule/rule.ts';
import { builtinOf, isValue, nodesIn } from '../rule/walk.ts';

/** Where the compiler knows nothing, a mistyped fact is `undefined`, and a verdict rests on that. */
export const noAny: Rule = {
  id: 'no-any',
  level: 'error',
  summary: text('Nothing that a check reads has the type any.', '检查读取的内容没有 any 类型。'),
  why: text(
    'Where the compiler knows no types, a mistyped fact is undefined, and the verdict depends on that. The facts of a kind have types: leave the annotation out, or name the type that the kind’s package exports. JSON.parse and untyped libraries give any as well; let a zod schema read their result, in the collector.',
    '编译器一无所知之处，拼错的事实就是 undefined，判定便建立在其上。每种对象的事实都有类型：请去掉类型标注，或写出相应的类型。JSON.parse 与无类型的库也会得到 any；应在采集器中用 zod 模式读取其结果。',
  ),
  mends: text(
    'Removes the annotation any of a parameter where the compiler knows the type without it, and “as any” before a known member.',
    '编译器已知类型时，去掉参数的 any 标注，以及已知成员之前的 as any。',
  ),
  example: {
    wrong: `export const notPrivileged = defineControl({
  ...words,
  id: 'acme-not-privileged',
  subject: workload,
  check: (w: any) => w.privilegedd !== true,
});`,
    right: `export const notPrivileged = defineControl({
  ...words,
  id: 'acme-not-privileged',
  subject: workload,
  check: (w) => w.privileged !== true,
});`,
  },
  *find({ parts }): Iterable<Found> {
    for (const node of nodesIn(parts)) {
      const found = Node.isParameterDeclaration(node) ? fromParameter(node) : fromExpression(node);
      if (found) yield found;
    }
  },
};

/** A parameter declared as `any`, or without a declared type. */
function fromParameter(node: Node): Found | undefined {
  if (!Node.isParameterDeclaration(node) || !node.getType().isAny()) return undefined;
  const written = node.getTypeNode();
  const name = node.getName();
  if (!written) {
    return {
      node,
      message: text(
        `Nothing declares what ${name} is: it has the type any. Give it a type.`,
        `没有说明 ${name} 是什么，其类型为 any。请给出类型。`,
      ),
    };
  }
  if (written.getKind() !== SyntaxKind.AnyKeyword) {
    return {
      node,
      message: text(
        `The type of ${name} cannot be found, so it is any.`,
        `找不到 ${name} 的类型，因此为 any。`,
      ),
    };
  }
  const fix = isContextual(node)
    ? { start: node.getNameNode().getEnd(), end: written.getEnd(), text: '' }
    : undefined;
  return {
    node,
    message: text(
      `${name} has the type any: the compiler knows no fact of it. Leave the type out, or name the kind's.`,
      `${name} 的类型为 any，编译器不知道其任何事实。请去掉类型标注，或写出对象的类型。`,
    ),
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
  return {
    node,
    message: text(
      `${shorten(node.getText())} has the type any.`,
      `${shorten(node.getText())} 的类型为 any。`,
    ),
  };
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
    message: text(
      'This removes all types, and with them every mistake that they would report.',
      '这去掉了所有类型，也就掩盖了类型本可指出的错误。',
    ),
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

/** The result of another `any` is reported at its origin, and so is the result of an assertion. */
function isPassedOn(node: Node): boolean {
  if (Node.isIdentifier(node)) {
    const declared = node.getSymbol()?.getDeclarations() ?? [];
    // Undeclared names belong to the environment of the language; other rules report them, as they report Node's.
    if (declared.length === 0 || builtinOf(node) !== undefined) return true;
    // A variable has the type of its value, and a parameter is reported itself.
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

const shorten = (code: string): string => (code.length > 60 ? `${code.slice(0, 57)}…` : code);
