import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sourceFiles } from '../cruise.ts';

/** What a file imports, by a name that leads to a file: `from './a.ts'`, `import('./a.ts')`. */
const imported = /(?:\bfrom|\bimport)\s*\(?\s*'(\.{1,2}\/[^']+\.ts)'/g;

/** Which tests load a source, however many files lie between, with the number of steps from it. */
export type TestsOf = (source: string) => ReadonlyMap<string, number>;

/** Reads what every source and every test of a project imports. */
export function readImports(root: string): TestsOf {
  const importers = new Map<string, string[]>();
  for (const file of [...sourceFiles(root, 'src'), ...sourceFiles(root, 'test')]) {
    // Types are gone before anything runs.
    const text = readFileSync(path.join(root, file), 'utf8').replaceAll(
      /^import type [^;]*;/gm,
      '',
    );
    for (const [, to = ''] of text.matchAll(imported)) {
      const target = path.posix.join(path.posix.dirname(file), to);
      importers.set(target, [...(importers.get(target) ?? []), file]);
    }
  }
  return (source) => {
    const steps = new Map([[source, 0]]);
    // A map goes on over what is added to it meanwhile.
    for (const [file, step] of steps) {
      for (const by of importers.get(file) ?? []) if (!steps.has(by)) steps.set(by, step + 1);
    }
    return new Map([...steps].filter(([file]) => /^test\/.*\.test\.ts$/.test(file)));
  };
}
