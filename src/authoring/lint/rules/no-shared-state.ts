import { Node, SyntaxKind, VariableDeclarationKind, type VariableDeclaration } from 'ts-morph';
import { text } from '../../../core/text.ts';
import { declarationsOf } from '../../source/declarations.ts';
import type { Edit } from '../rule/problem.ts';
import type { Found, Rule, Scene } from '../rule/rule.ts';
import { isValue, nodesIn } from '../rule/walk.ts';

/** A check remembers nothing. */
export const noSharedState: Rule = {
  id: 'no-shared-state',
  level: 'error',
  summary: text(
    'A check changes nothing that outlives it, and reads nothing that may change.',
    '检查不改变比自身存续更久的内容，也不读取可能改变的内容。',
  ),
  why: text(
    'Subjects are judged in any order, some again, and some in another process. A check that counts, collects or remembers gives a verdict that depends on which subjects were judged before. A pattern with the flag g or y remembers where its last match ended. To look at other subjects, use ctx.all and ctx.find.',
    '对象可能以任意顺序判定，可能重复判定，也可能在另一进程中判定。计数、积累或记忆的检查，其判定取决于之前判定了什么。带 g 或 y 标志的正则表达式会记住上次匹配结束的位置。要查看其他对象，请使用 ctx.all 与 ctx.find。',
  ),
  mends: text(
    'Changes let and var to const where the variable is never assigned again.',
    '从不再赋值的 let 与 var 改为 const。',
  ),
  example: {
    wrong: `const seen = new Set<string>();

export const ownImage = defineControl({
  ...words,
  id: 'acme-own-image',
  subject: workload,
  check: (w) => {
    const isNew = !seen.has(w.image.reference);
    seen.add(w.image.reference);
    return isNew;
  },
});`,
    right: `export const ownImage = defineControl({
  ...words,
  id: 'acme-own-image',
  subject: workload,
  check: (w, ctx) =>
    ctx.all(workload).filter((other) => other.image.reference === w.image.reference)
      .length === 1,
});`,
  },
  *find({ parts, isOwn }): Iterable<Found> {
    const reported = new Set<Node>();
    for (const node of nodesIn(parts)) {
      const shared = sharedIn(node, isOwn);
      if (!shared || (isStateful(shared) && isPlaced(node))) continue;
      if (changes(node)) {
        yield {
          node,
          message: text(
            `${shared.getName()} outlives the check: the next verdict would depend on this one.`,
            `${shared.getName()} 比检查存续更久：下一次判定将取决于这一次。`,
          ),
        };
      } else if (isVariable(shared) && !reported.has(shared)) {
        reported.add(shared);
        const fix = asConstant(shared);
        yield {
          node,
          message: text(
            `${shared.getName()} may change between two verdicts. Declare it with const.`,
            `${shared.getName()} 可能在两次判定之间改变。请用 const 声明。`,
          ),
          ...(fix ? { fix } : {}),
        };
      } else if (isStateful(shared) && isTested(node)) {
        yield {
          node,
          message: text(
            `With the flag g or y, ${shared.getName()} continues where its last match ended.`,
            `带 g 或 y 标志时，${shared.getName()} 会从上次匹配结束处继续。`,
          ),
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

/** Whether the function around says where each match begins, so that the match before does not. */
function isPlaced(name: Node): boolean {
  const around = name.getFirstAncestor((each) => Node.isFunctionLikeDeclaration(each));
  return around?.getText().includes(`${name.getText()}.lastIndex = `) ?? false;
}

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
