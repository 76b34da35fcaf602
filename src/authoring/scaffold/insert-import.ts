import { dirname, extname } from 'node:path';
import { Node, type SourceFile } from 'ts-morph';
import { relativeName } from '../../syntax/paths/system-paths.ts';
import { edit, lineAt } from './edit.ts';
import { bracketsOf, insertItem, isSorted } from './insert-item.ts';
import { literal, type TextStyle } from './text-style.ts';

const isRelative = (specifier: string): boolean => /^\.{1,2}\//.test(specifier);

/** How one file names another: from its folder, with the ending that imports of the project have. */
export function specifierFor(from: string, to: string, ending: string): string {
  const path = relativeName(dirname(from), to);
  const specifier = isRelative(path) ? path : `./${path}`;
  const own = extname(specifier);
  const name = specifier.slice(0, -own.length);
  // A compiled name keeps its kind of module: .mts becomes .mjs.
  return ending === '.js' ? name + own.replace('ts', 'js') : name + (ending === '' ? '' : own);
}

/** The ending by which a file imports its neighbours; `undefined` when it imports none. */
export function endingOf(file: SourceFile): string | undefined {
  const specifiers = [...file.getImportDeclarations(), ...file.getExportDeclarations()]
    .map((each) => each.getModuleSpecifierValue() ?? '')
    .filter(isRelative);
  const [first] = specifiers;
  if (first === undefined) return undefined;
  const found = /\.[cm]?([jt]s)x?$/.exec(first)?.[1];
  return found === undefined ? '' : `.${found}`;
}

/** The name under which a file can import something: its own, unless that is taken by something else there. */
export function freeName(file: SourceFile, exported: string, specifier: string): string {
  const taken = [
    ...file.getVariableDeclarations().map((each) => each.getName()),
    ...file.getFunctions().map((each) => each.getName()),
    ...file
      .getImportDeclarations()
      .filter((each) => each.getModuleSpecifierValue() !== specifier)
      .flatMap((each) => [each.getDefaultImport(), ...each.getNamedImports()])
      .map((each) => each?.getText().replace(/^.* as /, '')),
  ];
  return taken.includes(exported) ? `${exported}Control` : exported;
}

/** Makes a file import what a neighbour exports, under a name, unless it does already. */
export function importFrom(
  file: SourceFile,
  specifier: string,
  exported: string,
  name: string,
  style: TextStyle,
): void {
  const declarations = file.getImportDeclarations();
  const isThere = declarations.some(
    (each) =>
      each.getModuleSpecifierValue() === specifier &&
      each.getNamedImports().some((one) => one.getName() === exported),
  );
  if (isThere) return;
  const what = exported === name ? name : `${exported} as ${name}`;
  const line = `import { ${what} } from ${literal(specifier, style)}${style.semicolons ? ';' : ''}`;
  insertLine(file, declarations, specifier, line, style);
}

/** Makes a file import names from the package, beside those that it imports already. */
export function importFromPackage(
  file: SourceFile,
  names: readonly string[],
  style: TextStyle,
): void {
  for (const name of names) {
    const bindings = file
      .getImportDeclarations()
      .filter((each) => each.getModuleSpecifierValue() === 'plimsoll' && !each.isTypeOnly())
      .map((each) => each.getImportClause()?.getNamedBindings())
      .filter((each) => Node.isNamedImports(each));
    const known = bindings.flatMap((each) => each.getElements().map((one) => one.getName()));
    if (known.includes(name)) continue;
    const [first] = bindings;
    if (first) {
      edit(file, insertItem(bracketsOf(first, first.getElements()), name, style));
    } else {
      const end = style.semicolons ? ';' : '';
      atTop(file, `import { ${name} } from ${literal('plimsoll', style)}${end}`, style);
    }
  }
}

/** Makes a file re-export a neighbour as it re-exports the others. */
export function exportFrom(
  file: SourceFile,
  specifier: string,
  name: string,
  style: TextStyle,
): void {
  const others = file
    .getExportDeclarations()
    .filter((each) => isRelative(each.getModuleSpecifierValue() ?? ''));
  const what = others.at(-1)?.isNamespaceExport() === false ? `{ ${name} }` : '*';
  const line = `export ${what} from ${literal(specifier, style)}${style.semicolons ? ';' : ''}`;
  insertLine(file, others, specifier, line, style);
}

/** Puts a line among the imports or exports of neighbours: in order where they are, else behind the last. */
function insertLine(
  file: SourceFile,
  declarations: readonly (Node & { getModuleSpecifierValue(): string | undefined })[],
  specifier: string,
  line: string,
  style: TextStyle,
): void {
  const near = declarations.filter((each) => isRelative(each.getModuleSpecifierValue() ?? ''));
  const specifiers = near.map((each) => each.getModuleSpecifierValue() ?? '');
  if (near.length > 2 && isSorted(specifiers)) {
    const next = near[specifiers.findIndex((each) => each > specifier)];
    if (next) {
      edit(file, [{ at: next.getStart(), text: line + style.lineBreak }]);
      return;
    }
  }
  const last = near.at(-1) ?? declarations.at(-1);
  if (!last) {
    atTop(file, line, style);
    return;
  }
  const { end } = lineAt(file.getFullText(), last.getEnd());
  edit(file, [{ at: end, text: style.lineBreak + line }]);
}

/** Before the first import, or else before the first statement, with a line between. */
function atTop(file: SourceFile, line: string, style: TextStyle): void {
  const [first] = file.getImportDeclarations();
  const statement = file.getStatements()[0];
  const at = first?.getStart() ?? statement?.getStart(true) ?? file.getFullText().length;
  const between = first ? style.lineBreak : style.lineBreak + style.lineBreak;
  edit(file, [{ at, text: line + between }]);
}
