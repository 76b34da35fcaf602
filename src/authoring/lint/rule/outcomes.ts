import { Node, SyntaxKind, type CallExpression } from 'ts-morph';
import { declarationsOf, isLanguage } from '../../source/declarations.ts';
import { settle, type Value } from '../../source/values.ts';

/** What a check may come to, as far as its source tells; `other` is not-applicable or unknown by its own word. */
export interface Outcomes {
  readonly pass: boolean;
  readonly fail: boolean;
  readonly other: boolean;
}

const both: Outcomes = { pass: true, fail: true, other: false };
const passes: Outcomes = { pass: true, fail: false, other: false };
const fails: Outcomes = { pass: false, fail: true, other: false };
const others: Outcomes = { pass: false, fail: false, other: true };

const either = (all: readonly Outcomes[]): Outcomes => ({
  pass: all.some(({ pass }) => pass),
  fail: all.some(({ fail }) => fail),
  other: all.some(({ other }) => other),
});

const swapped = ({ pass, fail, other }: Outcomes): Outcomes => ({ pass: fail, fail: pass, other });

/** What the combinators make of what their checks may come to. */
const combinators: Readonly<
  Record<string, (checks: readonly Outcomes[], call: CallExpression) => Outcomes>
> = {
  all: (checks) => ({
    pass: checks.every(({ pass }) => pass),
    fail: checks.some(({ fail }) => fail),
    other: checks.some(({ other }) => other),
  }),
  any: (checks) => ({
    pass: checks.some(({ pass }) => pass),
    fail: checks.every(({ fail }) => fail),
    other: checks.some(({ other }) => other),
  }),
  not: ([check = both]) => swapped(check),
  // Of an empty list it is not-applicable, and the others pass.
  each: ([, check = both]) => ({ ...check, other: true }),
  noneFails: ([, check = both]) => ({ ...check, pass: true }),
  none: ([, check = both]) => ({ ...swapped(check), pass: true }),
  atLeast: ([, , check = both], call) => {
    const [count] = call.getArguments();
    if (count?.getText() === '0') return passes;
    return { ...check, fail: true };
  },
  ifAny: ([exists = both, check = both]) => ({
    ...check,
    pass: check.pass && exists.pass,
    other: (check.pass && (exists.fail || exists.other)) || check.other,
  }),
  when: ([condition = both, check = both]) => ({
    pass: condition.pass && check.pass,
    fail: condition.pass && check.fail,
    other: condition.fail || condition.other || check.other,
  }),
  orElse: ([first = both, second = both]) => either([first, second]),
  beside: ([check = both]) => check,
  pass: () => passes,
  fail: () => fails,
  notApplicable: () => others,
  unknown: () => others,
};

/** Those whose arguments are lists or numbers as well. */
const lists: Readonly<Record<string, number>> = { each: 0, noneFails: 0, none: 0, atLeast: 1 };

const nothingReturned = (): undefined => undefined;

/** What an expression that is a check may come to. */
export function outcomesOf(check: Value, depth = 0): Outcomes {
  const { node, bindings } = settle(check, nothingReturned);
  if (depth > 20) return both;
  if (Node.isCallExpression(node)) return ofCall({ node, bindings }, depth);
  if (
    Node.isArrowFunction(node) ||
    Node.isFunctionExpression(node) ||
    Node.isMethodDeclaration(node) ||
    Node.isFunctionDeclaration(node)
  ) {
    const body = node.getBody();
    return body ? ofBody(body, bindings, depth) : both;
  }
  return both;
}

/** A combinator of Plimsoll by its name, or nothing that is known. */
function ofCall({ node, bindings }: Value, depth: number): Outcomes {
  if (!Node.isCallExpression(node)) return both;
  const name = languageName(node);
  const combine = name === undefined ? undefined : combinators[name];
  if (!combine || name === undefined) return both;
  const isList = (at: number): boolean => at <= (lists[name] ?? -1);
  const checks = node.getArguments().map((argument, at) => {
    if (Node.isSpreadElement(argument)) return both;
    return isList(at) ? both : outcomesOf({ node: argument, bindings }, depth + 1);
  });
  return combine(checks, node);
}

/** The name of what Plimsoll exports that is called. */
function languageName(call: CallExpression): string | undefined {
  const callee = call.getExpression();
  if (!Node.isIdentifier(callee)) return undefined;
  const found = declarationsOf(callee).find(isLanguage);
  return Node.isFunctionDeclaration(found) || Node.isVariableDeclaration(found)
    ? found.getName()
    : undefined;
}

/** All that a function may give back. */
function ofBody(body: Node, bindings: Value['bindings'], depth: number): Outcomes {
  if (!Node.isBlock(body)) return ofAnswer(body, bindings, depth);
  const answers: Outcomes[] = [];
  const visit = (node: Node): void => {
    if (Node.isFunctionLikeDeclaration(node)) return;
    if (Node.isReturnStatement(node)) {
      const given = node.getExpression();
      answers.push(given ? ofAnswer(given, bindings, depth) : both);
      return;
    }
    node.forEachChild(visit);
  };
  body.forEachChild(visit);
  return answers.length === 0 ? both : either(answers);
}

/** What an answer may be: a boolean that is written out, a verdict, or what nobody can tell. */
function ofAnswer(node: Node, bindings: Value['bindings'], depth: number): Outcomes {
  if (depth > 20) return both;
  const again = (next: Node): Outcomes => ofAnswer(next, bindings, depth + 1);
  if (
    Node.isParenthesizedExpression(node) ||
    Node.isAsExpression(node) ||
    Node.isSatisfiesExpression(node)
  ) {
    return again(node.getExpression());
  }
  if (Node.isTrueLiteral(node)) return passes;
  if (Node.isFalseLiteral(node)) return fails;
  if (Node.isConditionalExpression(node)) {
    return either([again(node.getWhenTrue()), again(node.getWhenFalse())]);
  }
  if (
    Node.isPrefixUnaryExpression(node) &&
    node.getOperatorToken() === SyntaxKind.ExclamationToken
  ) {
    return swapped(again(node.getOperand()));
  }
  if (Node.isBinaryExpression(node)) {
    return ofBinary(node.getLeft(), node.getOperatorToken().getKind(), node.getRight(), again);
  }
  if (Node.isCallExpression(node)) {
    // A check that is called here and now gives its verdict.
    const settled = settle({ node, bindings }, nothingReturned);
    return settled.node === node
      ? ofCall({ node, bindings }, depth + 1)
      : ofAnswer(settled.node, settled.bindings, depth + 1);
  }
  return both;
}

function ofBinary(
  left: Node,
  operator: SyntaxKind,
  right: Node,
  again: (node: Node) => Outcomes,
): Outcomes {
  if (operator === SyntaxKind.AmpersandAmpersandToken) {
    const [one, other] = [again(left), again(right)];
    return { pass: one.pass && other.pass, fail: one.fail || other.fail, other: other.other };
  }
  if (operator === SyntaxKind.BarBarToken) {
    const [one, other] = [again(left), again(right)];
    return { pass: one.pass || other.pass, fail: one.fail && other.fail, other: other.other };
  }
  const same = left.getText() === right.getText();
  if (same && operator === SyntaxKind.EqualsEqualsEqualsToken) return passes;
  if (same && operator === SyntaxKind.ExclamationEqualsEqualsToken) return fails;
  const counts = /\.(?:length|size)$/.test(left.getText()) && right.getText() === '0';
  if (counts && operator === SyntaxKind.GreaterThanEqualsToken) return passes;
  return counts && operator === SyntaxKind.LessThanToken ? fails : both;
}
