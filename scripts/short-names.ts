import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What is added to the name of a piece, so that it never names another; nobody can compress it. */
const hashes = { '.js': /-[A-Z0-9]{8}$/, '.d.ts': /-[\w-]{8}$/ };

/**
 * Names the pieces of a build without their hashes: after the module that they hold, or by a number where they are what
 * several share. One package has one build, and no name of a piece outlives it.
 *
 * @param ending of code, or of types, which name each other as if they were code
 */
export function shortenNames(folder: string, ending: keyof typeof hashes): void {
  const files = readdirSync(folder).filter((name) => name.endsWith(ending));
  const hash = hashes[ending];
  const bare = files.map((file) => file.slice(0, -ending.length));
  const taken = new Set(bare);
  const renamed = new Map<string, string>();
  for (const piece of bare.filter((name) => hash.test(name)).toSorted()) {
    const name = piece.replace(hash, '');
    const number = renamed.size.toString(36);
    const plain = name === 'chunk' ? number : name;
    const short = taken.has(plain) ? `${name}-${number}` : plain;
    taken.add(short);
    renamed.set(piece, short);
  }
  const names = new Map([...renamed].map(([piece, short]) => [`${piece}.js`, `${short}.js`]));
  for (const file of files) {
    const text = readFileSync(path.join(folder, file), 'utf8');
    const written = text.replace(
      /(?<=(["'])\.\/)[\w.-]+(?=\1)/g,
      (name) => names.get(name) ?? name,
    );
    writeFileSync(path.join(folder, file), written);
  }
  for (const [piece, short] of renamed) {
    renameSync(path.join(folder, piece + ending), path.join(folder, short + ending));
  }
}
