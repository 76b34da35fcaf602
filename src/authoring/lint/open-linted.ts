import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Node, Project, ts, type SourceFile } from 'ts-morph';
import { isLanguage } from '../source/declarations.ts';
import { readRegularSync } from '../../files/regular-file.ts';

/** Files as they are linted: with all of their types. */
export interface Linted {
  /** The entries, and what they import of the same project. */
  readonly files: readonly SourceFile[];
  /** Whether a declaration stands in these files. */
  readonly isOwn: (declaration: Node) => boolean;
}

/** Where no `tsconfig.json` is, files are read as `plimsoll.config.ts` is loaded. */
const plain: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts'],
  strict: true,
  types: [],
};

/** However a project is built, these let its files be read as they stand. */
const fixed: ts.CompilerOptions = {
  allowImportingTsExtensions: true,
  allowJs: true,
  module: ts.ModuleKind.Preserve,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  noEmit: true,
  resolveJsonModule: true,
  skipLibCheck: true,
};

/** Opens files with what they import, and what a configuration among them extends of files beside it. */
export function openLinted(entries: readonly string[]): Linted {
  const [first = '.'] = entries;
  const project = new Project({
    compilerOptions: { ...(optionsAbove(dirname(first)) ?? plain), ...fixed },
    skipAddingFilesFromTsConfig: true,
  });
  // The compiler reads whatever a path leads to, and would wait for the writer of a FIFO.
  for (const path of entries) readRegularSync(path);
  const files = new Set(entries.map((path) => project.addSourceFileAtPath(path)));
  // Whatever is added while going through a set is gone through as well.
  for (const file of files) {
    for (const next of [...file.getReferencedSourceFiles(), ...extendedBy(file, project)]) {
      if (isOfProject(next)) files.add(next);
    }
  }
  return {
    files: [...files],
    isOwn: (declaration) => files.has(declaration.getSourceFile()) && !isLanguage(declaration),
  };
}

const isOfProject = (file: SourceFile): boolean =>
  !file.isInNodeModules() && !file.isDeclarationFile();

function optionsAbove(folder: string): ts.CompilerOptions | undefined {
  const path = ts.findConfigFile(folder, (file) => ts.sys.fileExists(file));
  if (path === undefined) return undefined;
  const read: { config?: unknown } = ts.readConfigFile(path, (file) => ts.sys.readFile(file));
  // Which files belong to it does not matter here, and looking for them takes long in a large folder.
  const host: ts.ParseConfigHost = { ...ts.sys, readDirectory: () => [] };
  const parsed = ts.parseJsonConfigFileContent(read.config ?? {}, host, dirname(path), {}, path);
  // What another compiler would emit, and where, is not asked here.
  const { rootDir, outDir, composite, incremental, declaration, ...options } = parsed.options;
  return options;
}

/** The files beside a configuration that it extends by their names, which no import says. */
function extendedBy(file: SourceFile, project: Project): readonly SourceFile[] {
  // To make a node of everything in a file takes far longer than to look for the word.
  if (!/\bextends\b['"]?\s*:/.test(file.getFullText())) return [];
  return file.getDescendants().flatMap((node) => {
    if (!Node.isPropertyAssignment(node) || node.getName() !== 'extends') return [];
    const value = node.getInitializer();
    const names = Node.isArrayLiteralExpression(value) ? value.getElements() : [value];
    return names.flatMap((name) => {
      if (!Node.isStringLiteral(name) || !name.getLiteralValue().startsWith('.')) return [];
      const path = resolve(dirname(file.getFilePath()), name.getLiteralValue());
      const found = [path, `${path}.ts`, join(path, 'plimsoll.config.ts')].find(isFile);
      return found === undefined ? [] : [project.addSourceFileAtPath(found)];
    });
  });
}

const isFile = (path: string): boolean => existsSync(path) && ts.sys.fileExists(path);
