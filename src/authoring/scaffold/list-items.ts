import { Node, type SourceFile } from 'ts-morph';
import { propertyOf } from './config-object.ts';
import { findList, type FoundList, type ListPlace } from './find-list.ts';
import { follow, valueOf } from './follow-references.ts';
import { kinds } from './kinds.ts';
import type { Sources } from './open-sources.ts';

/** The values of a list, each followed to where it is written, those of the lists within it among them. */
export function listItems(list: FoundList, sources: Sources, depth = 0): readonly Node[] {
  if (depth > 20) return [];
  if (list.kind === 'unclear') return [];
  if (list.kind === 'exports') return exportedFiles(list.node, sources);
  const parts =
    list.kind === 'array'
      ? list.node.getElements()
      : list.node.getProperties().map((each) => valueOf(each) ?? each);
  return parts.flatMap((each) =>
    Node.isSpreadElement(each) || Node.isSpreadAssignment(each)
      ? listItems(findList(each.getExpression(), sources), sources, depth + 1)
      : [follow(each, sources)],
  );
}

/** The files that a file re-exports; they stand for the controls in them. */
function exportedFiles(file: SourceFile, sources: Sources): readonly Node[] {
  return file.getExportDeclarations().flatMap((each) => {
    const specifier = each.getModuleSpecifierValue();
    return (specifier !== undefined && sources.importedBy(file, specifier)) || [];
  });
}

/** The kind of a control that is written down, as the name of its kind in the package: `workload`, `imageScan`. */
export function kindOf(node: Node, sources: Sources): string | undefined {
  if (Node.isSourceFile(node)) {
    const [found] = node.getVariableDeclarations().flatMap((each) => each.getInitializer() ?? []);
    return found && !Node.isSourceFile(found) ? kindOf(found, sources) : undefined;
  }
  const [argument] = Node.isCallExpression(node) ? node.getArguments() : [];
  if (!Node.isObjectLiteralExpression(argument)) return undefined;
  return valueOf(propertyOf(argument, 'subject', sources))?.getText();
}

/** The kind that a name speaks of: `workloadControls` and `ourWorkloads` of `workload`. */
function kindNamed(name: string): string | undefined {
  const speaks = (kind: string): boolean => {
    const first = kind.charAt(0).toUpperCase() + kind.slice(1);
    return new RegExp(`(?:\\b${kind}|${first})s?(?![a-z])`).test(name);
  };
  return Object.values(kinds)
    .map((each) => each.name)
    .filter(speaks)
    .toSorted((one, other) => other.length - one.length)[0];
}

/**
 * The list within a list into which an item of a kind belongs. That is the list itself, unless it is made of others by
 * `...` and one of them is for this kind, judged by its name or its items.
 */
export function listFor(list: ListPlace, kind: string | undefined, sources: Sources): ListPlace {
  if (list.kind !== 'array') return list;
  const elements = list.node.getElements();
  const inner = elements.flatMap((each) => {
    if (!Node.isSpreadElement(each)) return [];
    const found = findList(each.getExpression(), sources);
    return found.kind === 'unclear' ? [] : [{ name: each.getExpression().getText(), found }];
  });
  const byKind = (kind === undefined ? [] : inner).filter(({ found }) => {
    const within = listItems(found, sources).map((item) => kindOf(item, sources));
    return within.length > 0 && within.every((each) => each === kind);
  });
  const byName = inner.filter(({ name }) => kind !== undefined && kindNamed(name) === kind);
  const [chosen] = byName.length === 1 ? byName : byKind;
  if (chosen) return listFor(chosen.found, kind, sources);
  // A list that only hands another one on.
  const [only] = inner;
  if (only && elements.length === 1) return listFor(only.found, kind, sources);
  return list;
}
