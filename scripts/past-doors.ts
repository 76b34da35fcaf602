import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'esbuild';
import ts from 'typescript';

/** A file of source and what it exports under its own name. */
type Place = readonly [file: string, name: string];

/**
 * Has every import name the file in which a thing is defined, instead of a door that leads there. esbuild takes whoever
 * imports from a door to need all that is behind it, and puts in one piece what would otherwise be loaded apart.
 */
export function pastDoors(): Plugin {
  const parsed = new Map<string, Promise<ts.SourceFile>>();
  const parse = (file: string): Promise<ts.SourceFile> => {
    const known = parsed.get(file) ?? parseFile(file);
    parsed.set(file, known);
    return known;
  };

  /** Where a thing is defined that is imported from a file, be it there or farther on. */
  const definitionOf = async (file: string, name: string): Promise<Place> => {
    if (!file.endsWith('.ts')) return [file, name];
    for (const statement of (await parse(file)).statements) {
      if (!ts.isExportDeclaration(statement)) continue;
      const { moduleSpecifier, exportClause } = statement;
      const next = sourceAt(moduleSpecifier, file);
      if (next === undefined || !exportClause || !ts.isNamedExports(exportClause)) continue;
      const found = exportClause.elements.find((element) => element.name.text === name);
      if (found) return await definitionOf(next, (found.propertyName ?? found.name).text);
    }
    return [file, name];
  };

  const rewritten = async (file: string, statement: ts.ImportDeclaration): Promise<string> => {
    const { importClause, moduleSpecifier } = statement;
    const from = sourceAt(moduleSpecifier, file);
    const names = importClause?.name ? undefined : importClause?.namedBindings;
    if (from === undefined || !names || !ts.isNamedImports(names)) return statement.getText();
    const imports = names.elements
      .filter(({ isTypeOnly }) => !isTypeOnly)
      .map(async ({ name, propertyName }) => {
        const [defined, as] = await definitionOf(from, (propertyName ?? name).text);
        return `import { ${as} as ${name.text} } from ${JSON.stringify(defined)};`;
      });
    return (await Promise.all(imports)).join(' ');
  };

  return {
    name: 'past-doors',
    setup: (build) => {
      build.onLoad({ filter: /[/\\]src[/\\].*\.ts$/ }, async ({ path: file }) => {
        const source = await parse(file);
        let contents = source.text;
        for (const statement of source.statements.toReversed()) {
          if (!ts.isImportDeclaration(statement) || isOfTypes(statement)) continue;
          const before = contents.slice(0, statement.getStart());
          contents = `${before}${await rewritten(file, statement)}${contents.slice(statement.end)}`;
        }
        return { contents, loader: 'ts' };
      });
    },
  };
}

const parseFile = async (file: string): Promise<ts.SourceFile> =>
  ts.createSourceFile(file, await readFile(file, 'utf8'), ts.ScriptTarget.Latest, true);

const isOfTypes = ({ importClause }: ts.ImportDeclaration): boolean =>
  importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;

/** The file of source that a specifier names; `undefined` for a package, and where nothing is imported. */
function sourceAt(specifier: ts.Expression | undefined, from: string): string | undefined {
  if (!specifier || !ts.isStringLiteral(specifier) || !specifier.text.startsWith('.')) {
    return undefined;
  }
  return path.resolve(path.dirname(from), specifier.text);
}
