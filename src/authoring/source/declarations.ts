import { Node, type Identifier, type SourceFile, type Symbol as TsSymbol } from 'ts-morph';
import { packageFinder } from './package-of.ts';

/** What a name stands for, through imports and re-exports, as far as the files were followed. */
export function declarationsOf(name: Identifier): readonly Node[] {
  const parent = name.getParent();
  const symbol = Node.isShorthandPropertyAssignment(parent)
    ? parent.getValueSymbol()
    : name.getSymbol();
  return originOf(symbol)?.getDeclarations() ?? [];
}

/** The symbol that an import or a re-export leads to; the last known one where it leads out of the files. */
export function originOf(symbol: TsSymbol | undefined): TsSymbol | undefined {
  if (symbol?.isAlias() !== true) return symbol;
  const next = symbol.getImmediatelyAliasedSymbol();
  // What cannot be resolved is a symbol without a declaration.
  return next === undefined || next.getDeclarations().length === 0 ? symbol : originOf(next);
}

/** Whether a name, wherever it came through, is one of these of the package `plimsoll` itself. */
export function isOfPlimsoll(name: Identifier, names: ReadonlySet<string>): boolean {
  return declarationsOf(name).some((declaration) => {
    if (Node.isImportSpecifier(declaration)) {
      const from = declaration.getImportDeclaration().getModuleSpecifierValue();
      return isPackage(from) && names.has(declaration.getName());
    }
    if (Node.isExportSpecifier(declaration)) {
      const from = declaration.getExportDeclaration().getModuleSpecifierValue();
      return isPackage(from) && names.has(declaration.getName());
    }
    // Where its types or its own source were followed, it is the function itself.
    return (
      Node.isFunctionDeclaration(declaration) &&
      names.has(declaration.getName() ?? '') &&
      isLanguage(declaration)
    );
  });
}

/**
 * Tells by its text whether a name may be one of these of Plimsoll, which costs nothing: it is spelled so, unless some
 * file gives one of them another name.
 */
export function mayBe(
  names: ReadonlySet<string>,
  files: readonly SourceFile[],
): (text: string) => boolean {
  const renames = new RegExp(
    String.raw`\b(?:${[...names].join('|')})\s+as\b|=\s*(?:${[...names].join('|')})\b`,
  );
  if (files.some((file) => renames.test(file.getFullText()))) return () => true;
  return (text) => names.has(text);
}

const packageOf = packageFinder();

/** Whether a declaration is a part of Plimsoll that checks are written with: what it exports to authors, and behind it. */
export function isLanguage(declaration: Node): boolean {
  const path = declaration.getSourceFile().getFilePath();
  return /\/(core|dist)\/[^/]+$|\/core\//.test(path) && packageOf(path)?.name === 'plimsoll';
}

const isPackage = (specifier: string | undefined): boolean =>
  specifier !== undefined && /^plimsoll(\/|$)/.test(specifier);
