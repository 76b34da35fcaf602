import { Node, type ObjectLiteralExpression, type SourceFile } from 'ts-morph';
import { exportOf, follow, valueOf } from './follow-references.ts';
import type { Sources } from './open-sources.ts';

/** The name that a function has in the package, when a node calls it: by its own name, an alias or `plimsoll.`. */
export function calledName(node: Node): string | undefined {
  if (!Node.isCallExpression(node)) return undefined;
  const callee = node.getExpression();
  if (Node.isPropertyAccessExpression(callee)) return callee.getName();
  if (!Node.isIdentifier(callee)) return undefined;
  const name = callee.getText();
  const imported = node
    .getSourceFile()
    .getImportDeclarations()
    .flatMap((each) => each.getNamedImports())
    .find((each) => each.getAliasNode()?.getText() === name);
  return imported?.getName() ?? name;
}

/** The object that a configuration's file exports: itself, or what `definePlimsollConfig` is given. */
export function configObject(
  file: SourceFile,
  sources: Sources,
): ObjectLiteralExpression | undefined {
  const exported = exportOf(file, 'default', sources);
  const object = exported && configOf(exported, sources);
  return Node.isObjectLiteralExpression(object) ? object : undefined;
}

/** A node followed to what is written down, and out of `definePlimsollConfig`. */
export function configOf(node: Node, sources: Sources): Node {
  const found = follow(node, sources);
  if (!Node.isCallExpression(found) || calledName(found) !== 'definePlimsollConfig') return found;
  const [argument] = found.getArguments();
  return argument ? follow(argument, sources) : found;
}

/** A property of an object, or of the objects that are spread into it, the last one first. */
export function propertyOf(
  object: ObjectLiteralExpression,
  name: string,
  sources: Sources,
): Node | undefined {
  for (const each of object.getProperties().toReversed()) {
    if (Node.isSpreadAssignment(each)) {
      const spread = configOf(each.getExpression(), sources);
      const found = Node.isObjectLiteralExpression(spread) && propertyOf(spread, name, sources);
      if (found) return found;
    } else if (plainName(each.getNameNode()) === name) {
      return each;
    }
  }
  return undefined;
}

/** A property's name without its quotes. */
export const plainName = (name: Node): string =>
  Node.isStringLiteral(name) || Node.isNumericLiteral(name)
    ? String(name.getLiteralValue())
    : name.getText();

/** The value that a path leads to, as far as it can be followed: the nearest node, in whichever file it is. */
export function nodeAt(
  from: Node,
  path: readonly (string | number)[],
  sources: Sources,
): Node | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return from;
  const value = configOf(valueOf(from) ?? from, sources);
  const next = partOf(value, key, sources);
  return next && (nodeAt(next, rest, sources) ?? next);
}

function partOf(value: Node, key: string | number, sources: Sources): Node | undefined {
  if (Node.isObjectLiteralExpression(value)) return propertyOf(value, String(key), sources);
  // A list of one may be written without brackets.
  if (!Node.isArrayLiteralExpression(value)) return key === 0 ? value : undefined;
  return typeof key === 'number' ? elementAt(value.getElements(), key, sources) : undefined;
}

function elementAt(elements: readonly Node[], at: number, sources: Sources): Node | undefined {
  let left = at;
  for (const each of elements) {
    if (!Node.isSpreadElement(each)) {
      if (left === 0) return each;
      left -= 1;
      continue;
    }
    const list = follow(each.getExpression(), sources);
    // How many a spread brings is not known where it is computed.
    if (!Node.isArrayLiteralExpression(list)) return each;
    const found = elementAt(list.getElements(), left, sources);
    if (found) return found;
    left -= list.getElements().length;
  }
  return undefined;
}
