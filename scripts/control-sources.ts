import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Where built-in controls are defined, from the project's folder. */
const controlsFolder = 'src/controls';

/**
 * The TypeScript of the built-in controls, which the build puts beside the compiled code: a bundle of evidence
 * holds the source of every check that judged. The engine itself is named by this package's version.
 */
export function controlSources(): string {
  const files = new Map(
    readdirSync(controlsFolder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => path.posix.join(controlsFolder, name))
      .sort()
      .map((file) => [file, readFileSync(file, 'utf8')]),
  );
  const controls = [...files].flatMap(([file, text]) => {
    const id = /^ {2}id: '([a-z0-9-]+)',$/m.exec(text)?.[1];
    if (id !== path.posix.basename(file, '.ts')) return [];
    return [[id, { files: [...importsOf(file, files)], line: lineOfCheck(text) }] as const];
  });
  return JSON.stringify({
    controls: Object.fromEntries(controls),
    files: Object.fromEntries(files),
  });
}

/** A file and all that it imports of the controls' folder, itself first. */
function importsOf(
  file: string,
  files: ReadonlyMap<string, string>,
  seen = new Set<string>(),
): ReadonlySet<string> {
  const text = files.get(file);
  if (text === undefined || seen.has(file)) return seen;
  seen.add(file);
  for (const [, specifier = ''] of text.matchAll(/ from '(\.[^']+)';$/gm)) {
    importsOf(path.posix.join(path.posix.dirname(file), specifier), files, seen);
  }
  return seen;
}

/** The line where the check begins; of a control without one of its own, where the control does. */
function lineOfCheck(text: string): number {
  const lines = text.split('\n');
  const check = lines.findIndex((line) => /^ {2}check[:(,]/.test(line));
  const control = lines.findIndex((line) => line.startsWith('export const '));
  return Math.max(check >= 0 ? check : control, 0) + 1;
}
