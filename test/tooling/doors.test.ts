import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '..', '..');
const doors = readdirSync(path.join(root, 'src'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -'.ts'.length));
const readJson = (name: string): unknown => JSON.parse(readFileSync(path.join(root, name), 'utf8'));

/** What a door exports under which name: the file and the name of what it is there. */
function exportsOf(file: string): ReadonlyMap<string, string> {
  const text = readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found = new Map<string, string>();
  for (const statement of source.statements) {
    if (ts.isExportDeclaration(statement)) {
      const { exportClause, moduleSpecifier } = statement;
      if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) continue;
      const from = path.join(path.dirname(file), moduleSpecifier.text);
      if (exportClause === undefined) {
        for (const [name, origin] of exportsOf(from)) found.set(name, origin);
      } else if (ts.isNamespaceExport(exportClause)) {
        found.set(exportClause.name.text, from);
      } else {
        for (const { name, propertyName } of exportClause.elements) {
          found.set(name.text, `${from} ${(propertyName ?? name).text}`);
        }
      }
    } else if (ts.canHaveModifiers(statement) && isExported(statement)) {
      for (const name of namesOf(statement)) found.set(name, `${file} ${name}`);
    }
  }
  return found;
}

/** The names of what a door exports that is more than a type. */
const valuesOf = (file: string): readonly string[] =>
  ts
    .createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
    .statements.flatMap((statement) =>
      ts.isExportDeclaration(statement) &&
      !statement.isTypeOnly &&
      statement.exportClause &&
      ts.isNamedExports(statement.exportClause)
        ? statement.exportClause.elements
            .filter((each) => !each.isTypeOnly)
            .map((each) => each.name.text)
        : [],
    );

const isExported = (node: ts.HasModifiers): boolean =>
  ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;

function namesOf(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  }
  const name: unknown = Reflect.get(statement, 'name');
  return typeof name === 'object' && name !== null && 'text' in name ? [String(name.text)] : [];
}

const all = doors.map((door) => [door, exportsOf(path.join(root, 'src', `${door}.ts`))] as const);

describe('the doors', () => {
  it('are those of the package, and all of them are in the reference', () => {
    const { exports } = readJson('package.json') as { exports: Record<string, unknown> };
    const published = Object.keys(exports).flatMap((each) => {
      if (each === '.') return ['index'];
      return /^\.\/\w+$/.test(each) ? [each.slice('./'.length)] : [];
    });
    expect(published.toSorted()).toEqual(doors.toSorted());
    const { entryPoints } = readJson('typedoc.json') as { entryPoints: readonly string[] };
    expect(entryPoints.toSorted()).toEqual(doors.map((door) => `src/${door}.ts`).toSorted());
  });

  it('have at most 120 names in the main one', () => {
    const counts = new Map(all.map(([door, names]) => [door, names.size]));
    expect(counts.get('index')).toBeLessThanOrEqual(120);
    expect(counts.get('index')).toBeGreaterThan(80);
  });

  it('to configurations and targets hold what a guide names, and types', () => {
    const guide = readFileSync(path.join(root, 'docs', 'library.md'), 'utf8');
    for (const door of ['config', 'collect']) {
      const values = valuesOf(path.join(root, 'src', `${door}.ts`));
      expect(values.length).toBeGreaterThan(1);
      expect(values.filter((name) => !new RegExp(`\\b${name}\\b`).test(guide))).toEqual([]);
    }
  });

  it('call one thing by one name', () => {
    const meanings = new Map<string, Set<string>>();
    for (const [, names] of all) {
      for (const [name, origin] of names) {
        meanings.set(name, (meanings.get(name) ?? new Set()).add(origin));
      }
    }
    const ambiguous = [...meanings].filter(([, origins]) => origins.size > 1);
    expect(ambiguous.map(([name]) => name)).toEqual([]);
  });

  it('export each thing once', () => {
    const places = new Map<string, string[]>();
    for (const [door, names] of all) {
      for (const [name, origin] of names) {
        places.set(origin, [...(places.get(origin) ?? []), `${door}: ${name}`]);
      }
    }
    expect([...places.values()].filter(({ length }) => length > 1)).toEqual([]);
  });
});
