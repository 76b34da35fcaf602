import { existsSync } from 'node:fs';
import { readRegular } from '../../files/regular-file.ts';

/** What names a module in TypeScript or JavaScript: more than imports may match, and none of them is run for it. */
const importing = /\b(?:from|import|require)\s*\(?\s*(?:\/\*.*?\*\/\s*)?(['"`])([^'"`\n]+)\1/g;

const code = /\.[cm]?[jt]sx?$/;

/**
 * Makes a guard that holds a file, and every file that its text imports, before any of them is run. Of packages only
 * the file that is imported is held; an import whose name is computed is not known before.
 */
export function holdImports(
  hold: (path: string) => Promise<void>,
  resolve: (specifier: string, from: string) => string | undefined,
): (file: string) => Promise<void> {
  const held = new Set<string>();
  const holdAll = async (file: string): Promise<void> => {
    if (held.has(file)) return;
    held.add(file);
    await hold(file);
    // What is loaded later is opened by a loader that would wait for the writer of a FIFO.
    const bytes = await readRegular(file);
    if (!code.test(file) || /[\\/]node_modules[\\/]/.test(file)) return;
    for (const [, , specifier = ''] of bytes.toString().matchAll(importing)) {
      const path = resolve(specifier, file);
      // A module of Node.js is resolved like a file, and is none.
      if (path !== undefined && existsSync(path)) await holdAll(path);
    }
  };
  return holdAll;
}
