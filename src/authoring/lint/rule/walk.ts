import { isBuiltin } from 'node:module';
import { Node, SyntaxKind, type Identifier } from 'ts-morph';
import { declarationsOf } from '../../source/declarations.ts';

/** Every node that parts run, each once and in order; types run nowhere. */
export function* nodesIn(parts: Iterable<Node>): Generator<Node> {
  const seen = new Set<Node>();
  for (const part of parts) {
    for (const node of nodesOf(part)) {
      if (seen.has(node)) continue;
      seen.add(node);
      yield node;
    }
  }
}

/** What stands in a part, which many controls run and each rule goes through. */
const known = new WeakMap<Node, readonly Node[]>();

function nodesOf(part: Node): readonly Node[] {
  const before = known.get(part);
  if (before) return before;
  const nodes: Node[] = [];
  const visit = (node: Node): void => {
    if (isOfTypes(node)) return;
    nodes.push(node);
    node.forEachChild(visit);
  };
  visit(part);
  known.set(part, nodes);
  return nodes;
}

const isOfTypes = (node: Node): boolean =>
  Node.isTypeNode(node) || Node.isInterfaceDeclaration(node) || Node.isTypeAliasDeclaration(node);

/** Whether a name stands for a value here, rather than for a member or a declaration. */
export function isValue(name: Identifier): boolean {
  const parent = name.getParent();
  if (Node.isPropertyAccessExpression(parent)) return parent.getNameNode() !== name;
  if (Node.isPropertyAssignment(parent)) return parent.getNameNode() !== name;
  if (Node.isBindingElement(parent)) return parent.getInitializer() === name;
  if (Node.isVariableDeclaration(parent) || Node.isParameterDeclaration(parent)) {
    return parent.getInitializer() === name;
  }
  return !Node.isFunctionDeclaration(parent) && !Node.isMethodDeclaration(parent);
}

/** Whether a name is one of the language or of its surroundings, and nothing that somebody declared in these files. */
export const isGlobal = (name: Identifier, isOwn: (declaration: Node) => boolean): boolean =>
  isValue(name) && !declarationsOf(name).some(isOwn) && !declarationsOf(name).some(isImported);

const isImported = (declaration: Node): boolean =>
  Node.isImportSpecifier(declaration) ||
  Node.isImportClause(declaration) ||
  Node.isNamespaceImport(declaration);

/** The object of `object.member`, where it is a global of this name. */
export function isMemberOf(
  node: Node,
  object: string,
  members: ReadonlySet<string>,
  isOwn: (declaration: Node) => boolean,
): boolean {
  if (!Node.isPropertyAccessExpression(node) || !members.has(node.getName())) return false;
  const owner = node.getExpression();
  return Node.isIdentifier(owner) && owner.getText() === object && isGlobal(owner, isOwn);
}

/** The module of Node that a name was imported from; `undefined` where it was not. */
export function builtinOf(name: Identifier): string | undefined {
  for (const declaration of name.getSymbol()?.getDeclarations() ?? []) {
    const module = declaration
      .getFirstAncestorByKind(SyntaxKind.ImportDeclaration)
      ?.getModuleSpecifierValue();
    if (module !== undefined && isBuiltin(module)) return module;
  }
  return undefined;
}
