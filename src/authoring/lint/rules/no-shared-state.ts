import { Node, SyntaxKind, VariableDeclarationKind, type VariableDeclaration } from 'ts-morph';
import { declarationsOf } from '../../source/declarations.ts';
import type { Edit } from '../problem.ts';
import type { Found, Rule, Scene } from '../rule.ts';
import { isValue, nodesIn } from '../walk.ts';

/** A check remembers nothing. */
export const noSharedState: Rule = {
  id: 'no-shared-state',
  level: 'error',
  summary: 'A check changes nothing that outlives it, and reads nothing that may change.',
  *find({ parts, isOwn }): Iterable<Found> {
    const told = new Set<Node>();
    for (const node of nodesIn(parts)) {
      const shared = sharedIn(node, isOwn);
      if (shared && changes(node)) {
        yield {
          node,
          message: `${shared.getName()} outlives the check: the next verdict would depend on this one.`,
        };
      } else if (shared && isVariable(shared) && !told.has(shared)) {
        told.add(shared);
        const fix = asConstant(shared);
        yield {
          node,
          message: `${shared.getName()} may change between two verdicts. Declare it with const.`,
          ...(fix ? { fix } : {}),
        };
      } else if (shared && isStateful(shared) && isTested(node)) {
        yield {
          node,
          message: `With the flag g or y, ${shared.getName()} goes on where its last match ended.`,
        };
      }
    }
  },
};

/** The variable of a whole file that a name stands for. */
function sharedIn(node: Node, isOwn: Scene['isOwn']): VariableDeclaration | undefined {
  if (!Node.isIdentifier(node) || !isValue(node)) return undefined;
  const [declaration] = declarationsOf(node);
  if (!Node.isVariableDeclaration(declaration) || !isOwn(declaration)) return undefined;
  const statement = declaration.getVariableStatement();
  return Node.isSourceFile(statement?.getParent()) ? declaration : undefined;
}

const kindOf = (shared: VariableDeclaration): VariableDeclarationKind | undefined =>
  shared.getVariableStatement()?.getDeclarationKind();

const isVariable = (shared: VariableDeclaration): boolean =>
  kindOf(shared) === VariableDeclarationKind.Let || kindOf(shared) === VariableDeclarationKind.Var;

const mutators = new Set([
  'add',
  'clear',
  'copyWithin',
  'delete',
  'fill',
  'pop',
  'push',
  'reverse',
  'set',
  'shift',
  'sort',
  'splice',
  'unshift',
]);

const assigns = (kind: SyntaxKind): boolean =>
  kind >= SyntaxKind.FirstAssignment && kind <= SyntaxKind.LastAssignment;

/** Whether what hangs on a name is written to: `name = 1`, `name.a.b += 1`, `delete name.a`, `name.a.push(1)`. */
function changes(name: Node): boolean {
  const top = topOf(name);
  const parent = top.getParent();
  if (Node.isBinaryExpression(parent)) {
    return parent.getLeft() === top && assigns(parent.getOperatorToken().getKind());
  }
  if (Node.isPostfixUnaryExpression(parent)) return true;
  if (Node.isPrefixUnaryExpression(parent)) {
    const operator = parent.getOperatorToken();
    return operator === SyntaxKind.PlusPlusToken || operator === SyntaxKind.MinusMinusToken;
  }
  if (Node.isDeleteExpression(parent)) return true;
  const method = Node.isPropertyAccessExpression(top) ? top.getName() : '';
  return Node.isCallExpression(parent) && parent.getExpression() === top && mutators.has(method);
}

/** The longest chain of members that begins with a name. */
function topOf(node: Node): Node {
  const parent = node.getParent();
  const goesOn =
    (Node.isPropertyAccessExpression(parent) || Node.isElementAccessExpression(parent)) &&
    parent.getExpression() === node;
  return goesOn || Node.isNonNullExpression(parent) ? topOf(parent) : node;
}

/** A pattern whose matching depends on the match before. */
const isStateful = (shared: VariableDeclaration): boolean =>
  /^\/.*\/[a-z]*[gy][a-z]*$/s.test(shared.getInitializer()?.getText() ?? '');

function isTested(name: Node): boolean {
  const parent = name.getParent();
  return Node.isPropertyAccessExpression(parent) && /^(?:test|exec)$/.test(parent.getName());
}

/** A variable to which nobody assigns is a constant in all but its word. */
function asConstant(shared: VariableDeclaration): Edit | undefined {
  const statement = shared.getVariableStatement();
  const word = statement?.getDeclarationKindKeywords()[0];
  const all = statement?.getDeclarations() ?? [];
  const isAssigned = all.some(
    (each) =>
      each.getInitializer() === undefined ||
      !Node.isIdentifier(each.getNameNode()) ||
      each.findReferencesAsNodes().some(changesItself),
  );
  if (!word || isAssigned) return undefined;
  return { start: word.getStart(), end: word.getEnd(), text: 'const' };
}

const changesItself = (name: Node): boolean => topOf(name) === name && changes(name);
