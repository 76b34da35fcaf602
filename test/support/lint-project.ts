import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import type { Files } from './write-project.ts';

const root = path.join(import.meta.dirname, '..', '..');

/** What stands above each control of these tests: one line, so that a control begins on line 2. */
const head = `import { all, any, atLeast, beside, builtin, defineCollector, defineControl, defineManualControl, defineSubject, each, fail, image, none, not, notApplicable, orElse, pass, text, unknown, when, workload, type Text } from 'plimsoll'; import { z } from 'zod'; const words = { severity: 'high', title: { en: 'Own', zh: '自有' }, rationale: { en: 'Own', zh: '自有' }, remediation: { en: 'Own', zh: '自有' }, references: ['https://example.org/'] } as const;`;

/** A file with controls, of which `words` are the words. */
export const fileOf = (code: string): string => `${head}\n${code}\n`;

/** Code in which the members of a control that begin a line, to the end, become a control over workloads. */
export const caseOf = (code: string): string =>
  code.replace(
    /^(?:params|applies|check)(?::|\()[\s\S]*$/m,
    (members) =>
      `export const own = defineControl({ ...words, id: 'acme-own', subject: workload,\n${members}});`,
  );

/** The lines that say of themselves that something is wrong with them, from 1. */
export const markedIn = (code: string): readonly number[] =>
  code.split('\n').flatMap((line, at) => (line.includes('// !') ? [at + 1] : []));

/** The types of the built package, for a project in a folder. */
export function installTypes(folder: string): void {
  mkdirSync(path.join(folder, 'node_modules'));
  symlinkSync(root, path.join(folder, 'node_modules/plimsoll'));
  symlinkSync(path.join(root, 'node_modules/zod'), path.join(folder, 'node_modules/zod'));
}

/** What the compiler says of the files of a project, as `file:line message`. */
export function compilerSays(folder: string, files: Files): readonly string[] {
  const program = ts.createProgram(
    Object.keys(files).map((name) => path.join(folder, name)),
    {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      allowImportingTsExtensions: true,
      target: ts.ScriptTarget.ES2023,
      lib: ['lib.es2023.d.ts'],
      module: ts.ModuleKind.Preserve,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      typeRoots: [path.join(root, 'node_modules/@types')],
      types: ['node'],
    },
  );
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const line = file ? ts.getLineAndCharacterOfPosition(file, start).line + 1 : 0;
    const name = file ? path.relative(folder, file.fileName) : '';
    return `${name}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}
