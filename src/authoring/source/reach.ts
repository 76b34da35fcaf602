import { Node } from 'ts-morph';
import { declarationsOf } from './declarations.ts';
import type { Bindings } from './functions.ts';

/** Says of a declaration that it is not looked into: it belongs to the language that checks are written in. */
export type Boundary = (declaration: Node) => boolean;

/**
 * The parts of a program that a piece of it runs: itself, and every declaration that it names, through any number of
 * files. Types run nowhere, and are not among them.
 */
export function reachOf(
  starts: readonly Node[],
  bindings: Bindings,
  isBeyond: Boundary,
): ReadonlySet<Node> {
  const reached = new Set<Node>();
  const add = (part: Node): void => {
    if (reached.has(part)) return;
    reached.add(part);
    visit(part);
  };
  const visit = (node: Node): void => {
    if (isOfTypes(node)) return;
    if (Node.isIdentifier(node)) return follow(node);
    node.forEachChild(visit);
  };
  const follow = (name: Node): void => {
    if (!Node.isIdentifier(name)) return;
    for (const declaration of declarationsOf(name)) {
      const bound = bindings.get(declaration);
      if (bound) add(bound);
      const part = partOf(declaration);
      if (part && !isBeyond(declaration) && !isWithin(part, reached)) add(part);
    }
  };
  for (const start of starts) add(start);
  return reached;
}

/** What of a program a declaration stands for: a variable, a function, a class, a file of data. */
function partOf(declaration: Node): Node | undefined {
  if (
    Node.isVariableDeclaration(declaration) ||
    Node.isFunctionDeclaration(declaration) ||
    Node.isClassDeclaration(declaration) ||
    Node.isEnumDeclaration(declaration) ||
    Node.isExportAssignment(declaration) ||
    Node.isSourceFile(declaration)
  ) {
    return declaration;
  }
  if (Node.isBindingElement(declaration)) {
    return declaration.getFirstAncestor(Node.isVariableDeclaration);
  }
  return undefined;
}

const isOfTypes = (node: Node): boolean =>
  Node.isTypeNode(node) || Node.isInterfaceDeclaration(node) || Node.isTypeAliasDeclaration(node);

const isWithin = (part: Node, reached: ReadonlySet<Node>): boolean =>
  part.getAncestors().some((above) => reached.has(above));
