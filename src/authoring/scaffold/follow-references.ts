import { Node, type ExportDeclaration, type Identifier, type SourceFile } from 'ts-morph';
import type { Sources } from './open-sources.ts';

/** More steps than this lead in a circle. */
const mostSteps = 100;

/**
 * Where a value is written down: through parentheses, `as`, `satisfies`, names, imports and re-exports. The file
 * itself stands for what `import * as` gives. Where the way ends elsewhere, in a package or a parameter, it is
 * the last node that was reached.
 */
export function follow(node: Node, sources: Sources, steps = 0): Node {
  if (steps > mostSteps) return node;
  const on = (next: Node): Node => follow(next, sources, steps + 1);
  const inner = unwrap(node);
  if (inner !== node) return on(inner);
  if (Node.isIdentifier(node)) {
    const found = declared(node, sources);
    return found ? on(found) : node;
  }
  if (Node.isPropertyAccessExpression(node)) {
    const owner = on(node.getExpression());
    const found = memberOf(owner, node.getName(), sources);
    return found ? on(found) : node;
  }
  return node;
}

/** What stands within parentheses and types, and within `Object.freeze`. */
function unwrap(node: Node): Node {
  if (
    Node.isParenthesizedExpression(node) ||
    Node.isAsExpression(node) ||
    Node.isSatisfiesExpression(node) ||
    Node.isNonNullExpression(node) ||
    Node.isTypeAssertion(node)
  ) {
    return node.getExpression();
  }
  if (Node.isCallExpression(node) && node.getExpression().getText() === 'Object.freeze') {
    return node.getArguments()[0] ?? node;
  }
  return node;
}

/** What a name at the top of a file, or an import of it, stands for. */
function declared(name: Identifier, sources: Sources): Node | undefined {
  const file = name.getSourceFile();
  const text = name.getText();
  const local = file.getVariableDeclaration(text)?.getInitializer();
  if (local) return local;
  for (const each of file.getImportDeclarations()) {
    const source = each.getModuleSpecifierValue();
    const isDefault = each.getDefaultImport()?.getText() === text;
    if (isDefault) return exported(file, source, 'default', sources);
    if (each.getNamespaceImport()?.getText() === text) return sources.importedBy(file, source);
    const one = each
      .getNamedImports()
      .find((it) => (it.getAliasNode()?.getText() ?? it.getName()) === text);
    if (one) return exported(file, source, one.getName(), sources);
  }
  return undefined;
}

/** A property of an object, or what a file exports under a name. */
function memberOf(owner: Node, name: string, sources: Sources): Node | undefined {
  if (Node.isSourceFile(owner)) return exportOf(owner, name, sources);
  if (!Node.isObjectLiteralExpression(owner)) return undefined;
  return valueOf(owner.getProperty(name));
}

/** The value of a property of an object literal; of a shorthand, the name that is both. */
export function valueOf(property: Node | undefined): Node | undefined {
  if (Node.isPropertyAssignment(property)) return property.getInitializer();
  if (Node.isShorthandPropertyAssignment(property)) return property.getNameNode();
  return undefined;
}

function exported(
  from: SourceFile,
  specifier: string,
  name: string,
  sources: Sources,
): Node | undefined {
  const target = sources.importedBy(from, specifier);
  return target && exportOf(target, name, sources);
}

/** What a file exports under a name, `default` among them; followed through re-exports, not further. */
export function exportOf(
  file: SourceFile,
  name: string,
  sources: Sources,
  seen: ReadonlySet<SourceFile> = new Set(),
): Node | undefined {
  if (seen.has(file)) return undefined;
  const beyond = new Set([...seen, file]);
  if (name === 'default') {
    const assigned = file.getExportAssignment((each) => !each.isExportEquals());
    if (assigned) return assigned.getExpression();
  }
  const variable = file.getVariableDeclaration(name);
  if (variable?.isExported() === true) return variable.getInitializer();
  const declarations = file.getExportDeclarations();
  for (const each of declarations) {
    const found = named(each, name);
    if (found === undefined) continue;
    const target = targetOf(each, sources);
    if (each.getModuleSpecifierValue() === undefined) return found.node;
    return target && (found.whole ? target : exportOf(target, found.name, sources, beyond));
  }
  for (const each of declarations) {
    if (!each.isNamespaceExport() || each.getNamespaceExport()) continue;
    const target = targetOf(each, sources);
    const found = target && name !== 'default' && exportOf(target, name, sources, beyond);
    if (found) return found;
  }
  return undefined;
}

function targetOf(declaration: ExportDeclaration, sources: Sources): SourceFile | undefined {
  const specifier = declaration.getModuleSpecifierValue();
  return specifier === undefined
    ? undefined
    : sources.importedBy(declaration.getSourceFile(), specifier);
}

/** What an export declaration gives under a name: all of its file, or one thing, by the name that it has there. */
function named(
  declaration: ExportDeclaration,
  name: string,
): { readonly whole: boolean; readonly name: string; readonly node: Node } | undefined {
  const space = declaration.getNamespaceExport();
  if (space?.getName() === name) return { whole: true, name, node: space };
  const one = declaration
    .getNamedExports()
    .find((each) => (each.getAliasNode()?.getText() ?? each.getName()) === name);
  return one && { whole: false, name: one.getName(), node: one.getNameNode() };
}
