import { dirname } from 'node:path';
import { Project, ts, type SourceFile } from 'ts-morph';
import { relativeName } from '../../syntax/paths/system-paths.ts';
import { packageFinder } from './package-of.ts';

/** The files that a program is made of, as far as controls may stand in them. */
export interface Sources {
  readonly project: Project;
  /** The file from which all others are imported. */
  readonly entry: SourceFile;
  /** Every file that was followed, the entry among them. */
  readonly files: readonly SourceFile[];
  /** How a file is named to others: no path of this machine. */
  readonly placeOf: (file: SourceFile) => string;
}

/** What is followed runs: declarations of types say nothing of it, and no type is asked for. */
const options = {
  allowImportingTsExtensions: true,
  allowJs: true,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  noEmit: true,
  noLib: true,
  resolveJsonModule: true,
  target: ts.ScriptTarget.ESNext,
  types: [],
  // Of the compiler, though not among its documented options: a package is what Node loads, never its types.
  noDtsResolution: true,
};

/**
 * Opens files and all that they import: files beside it, and those of npm packages that name Plimsoll among what
 * they need. Plimsoll itself, and any other package, is not followed.
 *
 * @param entries the file that is the program, and others that it loads without an import
 * @param root the folder from which files are named; that of the first when absent
 */
export function openSources(
  [entry, ...others]: readonly [string, ...string[]],
  root = dirname(entry),
): Sources {
  const packageOf = packageFinder();
  const follow = (specifier: string, from: string): ts.ResolvedModuleFull | undefined => {
    const { resolvedModule } = ts.resolveModuleName(specifier, from, options, ts.sys);
    if (!resolvedModule) return undefined;
    if (!/^[./#]/.test(specifier)) {
      const { name, needsPlimsoll } = packageOf(resolvedModule.resolvedFileName) ?? {};
      if (needsPlimsoll !== true || name === 'plimsoll') return undefined;
    }
    // The compiler does not read the JavaScript of what it takes for a library.
    return { ...resolvedModule, isExternalLibraryImport: false };
  };
  const project = new Project({
    compilerOptions: options,
    skipAddingFilesFromTsConfig: true,
    resolutionHost: () => ({
      resolveModuleNames: (specifiers, from) =>
        specifiers.map((specifier) => follow(specifier, from)),
    }),
  });
  const first = project.addSourceFileAtPath(entry);
  const files = new Set([first, ...others.map((path) => project.addSourceFileAtPath(path))]);
  // Whatever is added while going through a set is gone through as well.
  for (const file of files) {
    for (const specifier of file.getImportStringLiterals()) {
      const found = follow(specifier.getLiteralValue(), file.getFilePath());
      if (found) files.add(project.addSourceFileAtPath(found.resolvedFileName));
    }
  }
  return {
    project,
    entry: first,
    files: [...files],
    placeOf: (file) => {
      const path = file.getFilePath();
      const owner = packageOf(path);
      const foreign = owner && owner.folder !== packageOf(entry)?.folder;
      return foreign
        ? `npm:${owner.name}@${owner.version}/${relativeName(owner.folder, path)}`
        : relativeName(root, path);
    },
  };
}
