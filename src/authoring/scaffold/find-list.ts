import {
  Node,
  type ArrayLiteralExpression,
  type ObjectLiteralExpression,
  type SourceFile,
} from 'ts-morph';
import { calledName, propertyOf } from './config-object.ts';
import { follow, valueOf } from './follow-references.ts';
import { isInstalled, type Sources } from './open-sources.ts';

/** Where one more item of a list can be written down. */
export type ListPlace =
  /** Between the brackets of a list. */
  | { readonly kind: 'array'; readonly node: ArrayLiteralExpression }
  /** Among the properties of an object whose values are listed. */
  | { readonly kind: 'object'; readonly node: ObjectLiteralExpression }
  /** Among the exports of a file whose exports are listed. */
  | { readonly kind: 'exports'; readonly node: SourceFile };

/** A list as it was found, or the node beyond which nothing can be seen. */
export type FoundList = ListPlace | { readonly kind: 'unclear'; readonly node: Node };

/** What gives a list back with all that was in it: one more item in it comes through. */
const passing = ['concat', 'filter', 'flat', 'sort', 'toSorted', 'toReversed', 'reverse'];

/** Finds where a list is written down, through names, files and the calls that hand it on. */
export function findList(from: Node, sources: Sources): FoundList {
  const node = follow(from, sources);
  const unclear = { kind: 'unclear', node } as const;
  if (isInstalled(node.getSourceFile())) return unclear;
  if (Node.isArrayLiteralExpression(node)) return { kind: 'array', node };
  if (!Node.isCallExpression(node)) return unclear;
  const callee = node.getExpression();
  const [argument] = node.getArguments();
  if (callee.getText() === 'Object.values' && argument) return findValues(argument, sources);
  if (!Node.isPropertyAccessExpression(callee) || !passing.includes(callee.getName())) {
    return unclear;
  }
  const found = findList(callee.getExpression(), sources);
  return found.kind === 'unclear' ? unclear : found;
}

/** Finds whose values `Object.values` lists. */
function findValues(argument: Node, sources: Sources): FoundList {
  const node = follow(argument, sources);
  if (Node.isSourceFile(node)) return { kind: 'exports', node };
  if (Node.isObjectLiteralExpression(node)) return { kind: 'object', node };
  return { kind: 'unclear', node };
}

/** Where the list of a catalog's own controls is, or could be. */
export type CatalogList =
  | FoundList
  /** An object that has no such property yet. */
  | { readonly kind: 'property'; readonly node: ObjectLiteralExpression; readonly name: string }
  /** A catalog of a package, which has to be extended. */
  | { readonly kind: 'catalog'; readonly node: Node };

/** Whether a list was found. */
export const isList = (list: CatalogList): list is ListPlace =>
  list.kind === 'array' || list.kind === 'object' || list.kind === 'exports';

/** Finds the list of a catalog's own controls: what `extendCatalog` adds, or `defineCatalog` begins with. */
export function findCatalogList(from: Node, sources: Sources): CatalogList {
  const node = follow(from, sources);
  const called = calledName(node);
  if (!Node.isCallExpression(node) || called === undefined) return asPackage(from, node);
  const [first, second] = node.getArguments();
  if (called === 'defineCatalog') {
    return listIn(first, 'controls', sources) ?? { kind: 'unclear', node };
  }
  if (called !== 'extendCatalog' || !first) return { kind: 'unclear', node };
  const own = listIn(second, 'add', sources);
  if (own && own.kind !== 'property') return own;
  // What extends may tailor alone, while what it extends adds.
  const base = findCatalogList(first, sources);
  return isList(base) ? base : (own ?? { kind: 'unclear', node });
}

function listIn(
  argument: Node | undefined,
  name: string,
  sources: Sources,
): CatalogList | undefined {
  const object = argument && follow(argument, sources);
  if (!Node.isObjectLiteralExpression(object)) return undefined;
  const value = valueOf(propertyOf(object, name, sources));
  return value ? findList(value, sources) : { kind: 'property', node: object, name };
}

/** A name that comes from a package can be extended where it stands. */
function asPackage(from: Node, node: Node): CatalogList {
  const name = node.getText();
  const isImported =
    Node.isIdentifier(node) &&
    node
      .getSourceFile()
      .getImportDeclarations()
      .some((each) =>
        [each.getDefaultImport(), ...each.getNamedImports()].some(
          (one) =>
            one &&
            (Node.isIdentifier(one) ? one : (one.getAliasNode() ?? one.getNameNode())).getText() ===
              name,
        ),
      );
  return isImported ? { kind: 'catalog', node: from } : { kind: 'unclear', node };
}
