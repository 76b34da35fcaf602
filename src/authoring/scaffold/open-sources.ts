import { dirname, join } from 'node:path';
import { Project, ts, type SourceFile } from 'ts-morph';
import type { FileChange } from './file-change.ts';

/** The TypeScript and JavaScript of a project, each file read when it is asked for. */
export interface Sources {
  /** The file at an absolute path; `undefined` where there is none. */
  readonly fileAt: (path: string) => SourceFile | undefined;
  /**
   * The file that an import leads to, when it is one of the project's own; `undefined` for a package and for what
   * is not there.
   */
  readonly importedBy: (from: SourceFile, specifier: string) => SourceFile | undefined;
  /** How an import ends where a file has no other to go by: `.ts`, `.js`, or nothing. */
  readonly ending: '.ts' | '.js' | '';
  /** The files whose text is not what it was when they were read. */
  readonly changes: () => readonly FileChange[];
}

/**
 * Opens the sources of a folder. Nothing is type-checked and no library is read: a file is a syntax tree, and an
 * import leads where the compiler options of the nearest `tsconfig.json` say.
 */
export function openSources(folder: string): Sources {
  const found = optionsFor(folder);
  const options: ts.CompilerOptions = {
    ...found,
    allowJs: true,
    module: ts.ModuleKind.Preserve,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const project = new Project({
    compilerOptions: options,
    skipAddingFilesFromTsConfig: true,
    skipFileDependencyResolution: true,
    skipLoadingLibFiles: true,
  });
  const before = new Map<SourceFile, string>();
  const fileAt = (path: string): SourceFile | undefined => {
    const file = project.addSourceFileAtPathIfExists(path);
    if (file && !before.has(file)) before.set(file, file.getFullText());
    return file;
  };
  return {
    fileAt,
    ending: endingFor(found),
    changes: () =>
      [...before].flatMap(([file, text]) => {
        const after = file.getFullText();
        return after === text ? [] : [{ path: file.getFilePath(), before: text, after }];
      }),
    importedBy: (from, specifier) => {
      const { resolvedModule } = ts.resolveModuleName(
        specifier,
        from.getFilePath(),
        options,
        ts.sys,
      );
      if (!resolvedModule || resolvedModule.isExternalLibraryImport === true) return undefined;
      return fileAt(resolvedModule.resolvedFileName);
    },
  };
}

/** Compiler options of the nearest `tsconfig.json`; none where there is none, or it cannot be read. */
function optionsFor(folder: string): ts.CompilerOptions {
  const path = ts.findConfigFile(folder, (file) => ts.sys.fileExists(file));
  if (path === undefined) return {};
  const { config } = ts.readConfigFile(path, (file) => ts.sys.readFile(file)) as {
    config?: unknown;
  };
  // Which files belong to it does not matter here, and looking for them takes long in a large folder.
  const host: ts.ParseConfigHost = { ...ts.sys, readDirectory: () => [] };
  return ts.parseJsonConfigFileContent(config ?? {}, host, dirname(path), {}, path).options;
}

function endingFor(options: ts.CompilerOptions): Sources['ending'] {
  const { allowImportingTsExtensions, rewriteRelativeImportExtensions, module } = options;
  if (allowImportingTsExtensions === true || rewriteRelativeImportExtensions === true) return '.ts';
  if (Object.keys(options).length === 0) return '.ts';
  const isNode =
    module !== undefined && module >= ts.ModuleKind.Node16 && module <= ts.ModuleKind.NodeNext;
  return isNode ? '.js' : '';
}

/** Whether a file lies in a package that was installed. */
export const isInstalled = (file: SourceFile): boolean =>
  file.getFilePath().includes(join('/', 'node_modules', '/'));
