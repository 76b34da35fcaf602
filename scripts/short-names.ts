import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What esbuild adds to the name of a piece, so that it never names another; nobody can compress it. */
const hash = /-[A-Z0-9]{8}\.js$/;

/**
 * Names the pieces of a build without their hashes: after the module that they hold, or by a number where they are what
 * several share. One package has one build, and no name of a piece outlives it.
 */
export function shortenNames(folder: string): void {
  const files = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const taken = new Set(files);
  const names = new Map<string, string>();
  for (const file of files.filter((name) => hash.test(name)).toSorted()) {
    const name = file.replace(hash, '');
    const number = names.size.toString(36);
    const plain = name === 'chunk' ? `${number}.js` : `${name}.js`;
    const short = taken.has(plain) ? `${name}-${number}.js` : plain;
    taken.add(short);
    names.set(file, short);
  }
  for (const file of files) {
    const text = readFileSync(path.join(folder, file), 'utf8');
    const written = text.replace(
      /(?<=(["'])\.\/)[\w.-]+(?=\1)/g,
      (name) => names.get(name) ?? name,
    );
    writeFileSync(path.join(folder, file), written);
  }
  for (const [file, short] of names) renameSync(path.join(folder, file), path.join(folder, short));
}
