import { Node, Project, SyntaxKind, type SourceFile } from 'ts-morph';

/** One small change of a source that some test should notice. */
export interface Mutant {
  /** Path of the file, from the project's folder. */
  readonly file: string;
  /** Where the text that is replaced begins and ends, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** Counted from 1. */
  readonly line: number;
  /** What is changed, for people: `=== → !==`. */
  readonly what: string;
}

/** Operators, and what each becomes. */
const operators: ReadonlyMap<string, string> = new Map([
  ['===', '!=='],
  ['!==', '==='],
  ['<', '<='],
  ['<=', '<'],
  ['>', '>='],
  ['>=', '>'],
  ['&&', '||'],
  ['||', '&&'],
  ['+', '-'],
]);

/** Methods of lists, and what each becomes. */
const methods: ReadonlyMap<string, string> = new Map([
  ['some', 'every'],
  ['every', 'some'],
  ['startsWith', 'endsWith'],
  ['endsWith', 'startsWith'],
  ['toSorted', 'slice'],
]);

/** Words for people, documentation of schemas and types change no verdict. */
const isWording = (node: Node): boolean =>
  node.getFirstAncestor(
    (above) =>
      Node.isTypeNode(above) ||
      (Node.isCallExpression(above) && /^text$|\.meta$/.test(above.getExpression().getText())) ||
      (Node.isPropertyAssignment(above) &&
        /^(?:title|rationale|remediation|references|label|hint)$/.test(above.getName())),
  ) !== undefined;

type Change = readonly [start: number, end: number, replacement: string, what: string];

const replaced = (
  node: Node,
  by: string,
  what = `${shorten(node.getText())} → ${shorten(by)}`,
): Change => [node.getStart(), node.getEnd(), by, what];

const shorten = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
};

function* changesOf(node: Node): Generator<Change> {
  if (Node.isBinaryExpression(node)) {
    const operator = node.getOperatorToken();
    const other = operators.get(operator.getText());
    if (other !== undefined) {
      yield replaced(operator, other, `${shorten(node.getText())}: ${other}`);
    }
    if (operator.getText() === '??') yield replaced(node, `(${node.getRight().getText()})`);
  } else if (
    Node.isPrefixUnaryExpression(node) &&
    node.getOperatorToken() === SyntaxKind.ExclamationToken
  ) {
    yield replaced(node, `(${node.getOperand().getText()})`);
  } else if (Node.isTrueLiteral(node)) yield replaced(node, 'false', 'true → false');
  else if (Node.isFalseLiteral(node)) yield replaced(node, 'true', 'false → true');
  else if (Node.isNumericLiteral(node)) yield replaced(node, `(${node.getText()} + 1)`);
  else if (Node.isConditionalExpression(node) || Node.isIfStatement(node)) {
    const condition = Node.isIfStatement(node) ? node.getExpression() : node.getCondition();
    yield replaced(condition, `!(${condition.getText()})`);
  } else if (Node.isExpressionStatement(node)) {
    yield replaced(node, ';', `without ${shorten(node.getText())}`);
  } else if (Node.isCallExpression(node)) yield* changesOfCall(node);
  else if (Node.isSpreadElement(node) || Node.isSpreadAssignment(node)) {
    const empty = Node.isSpreadElement(node) ? '...[]' : '...{}';
    yield replaced(node, empty, `without ${shorten(node.getText())}`);
  } else if (Node.isRegularExpressionLiteral(node)) {
    const text = node.getText();
    if (text.startsWith('/^')) yield replaced(node, `/${text.slice(2)}`);
    if (/\$\/[a-z]*$/.test(text)) yield replaced(node, text.replace(/\$\/(?=[a-z]*$)/, '/'));
  }
}

function* changesOfCall(node: Node): Generator<Change> {
  if (!Node.isCallExpression(node)) return;
  const callee = node.getExpression();
  if (!Node.isPropertyAccessExpression(callee)) return;
  const other = methods.get(callee.getName());
  if (other !== undefined) {
    yield replaced(callee.getNameNode(), other, `${shorten(node.getText())}: ${other}`);
  }
  if (callee.getName() === 'filter') {
    yield replaced(
      node,
      callee.getExpression().getText(),
      `without ${shorten(`.filter(${node.getArguments()[0]?.getText()})`)}`,
    );
  }
}

function* mutantsIn(source: SourceFile, file: string): Generator<Mutant> {
  for (const node of source.getDescendants()) {
    if (isWording(node)) continue;
    for (const [start, end, replacement, what] of changesOf(node)) {
      yield { file, start, end, replacement, line: node.getStartLineNumber(), what };
    }
  }
}

/** Every change of some sources that some test should notice, in the order of the files. */
export function mutantsOf(files: readonly string[]): readonly Mutant[] {
  const project = new Project({ useInMemoryFileSystem: false, skipAddingFilesFromTsConfig: true });
  return files.flatMap((file) => {
    const source = project.addSourceFileAtPath(file);
    return [...mutantsIn(source, file)];
  });
}
