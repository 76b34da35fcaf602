import {
  Node,
  type Node as AnyNode,
  type ObjectLiteralExpression,
  type SourceFile,
} from 'ts-morph';
import { edit, indentAt } from './edit.ts';
import type { CatalogList } from './find-list.ts';
import { exportFrom } from './insert-import.ts';
import { bracketsOf, insertItem } from './insert-item.ts';
import type { TextStyle } from './text-style.ts';

/** Writes an item into a list. `specifier` is how the file of the list names the item's own. */
export function addToList(
  list: Exclude<CatalogList, { kind: 'unclear' | 'catalog' | 'property' }>,
  item: string,
  specifier: string,
  style: TextStyle,
): void {
  const { kind, node } = list;
  if (kind === 'exports') {
    exportFrom(node, specifier, item, style);
    return;
  }
  const items = kind === 'array' ? node.getElements() : node.getProperties();
  edit(node.getSourceFile(), insertItem(bracketsOf(node, items), item, style));
}

/** Writes a property into an object, as its last. */
export function addProperty(
  object: ObjectLiteralExpression,
  name: string,
  value: (indent: string) => string,
  style: TextStyle,
): void {
  const file = object.getSourceFile();
  const source = file.getFullText();
  const last = object.getProperties().at(-1);
  const indent = last
    ? indentAt(source, last.getStart())
    : indentAt(source, object.getStart()) + style.indent;
  const text = `${name}: ${value(indent)}`;
  edit(file, insertItem(bracketsOf(object, object.getProperties()), text, style));
}

/** Extends a catalog where it stands. */
export function extendInPlace(catalog: AnyNode, item: string, style: TextStyle): SourceFile {
  const file = catalog.getSourceFile();
  const parent = catalog.getParent();
  const extended = extendedCatalog(catalog.getText(), item, style);
  const text = extended(indentAt(file.getFullText(), catalog.getStart()));
  edit(file, [
    Node.isShorthandPropertyAssignment(parent)
      ? { at: parent.getEnd(), text: `: ${text}` }
      : { at: catalog.getStart(), end: catalog.getEnd(), text },
  ]);
  return file;
}

/** A catalog with one control more, on one line where it fits. */
export const extendedCatalog =
  (base: string, item: string, style: TextStyle) =>
  (indent: string): string => {
    const short = `extendCatalog(${base}, { add: [${item}] })`;
    if (`${indent}catalog: ${short},`.length <= style.width) return short;
    const { lineBreak, trailingCommas } = style;
    const comma = trailingCommas ? ',' : '';
    return [
      `extendCatalog(${base}, {`,
      `${indent}${style.indent}add: [${item}]${comma}`,
      `${indent}})`,
    ].join(lineBreak);
  };
