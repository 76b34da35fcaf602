import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ts } from 'ts-morph';

// Prints how much code stands in each room of src: files, and tokens without comments. Of data, which is knowledge, standards and
// the texts of controls, a string counts as one token like any other: `npm run code-size [FOLDER]`.

const root = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '..', 'src'));

function tokensIn(text: string): number {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, text);
  let count = 0;
  while (scanner.scan() !== ts.SyntaxKind.EndOfFileToken) count += 1;
  return count;
}

const rooms = new Map<string, { files: number; tokens: number }>();
for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
  if (!file.endsWith('.ts')) continue;
  const [room = '', below] = file.split(path.sep);
  const name = below === undefined ? 'doors' : room;
  const sum = rooms.get(name) ?? { files: 0, tokens: 0 };
  rooms.set(name, {
    files: sum.files + 1,
    tokens: sum.tokens + tokensIn(readFileSync(path.join(root, file), 'utf8')),
  });
}

const data = new Set(['knowledge', 'frameworks']);
const rows = [...rooms].toSorted(([a], [b]) => (a < b ? -1 : 1));
for (const [name, { files, tokens }] of rows) {
  console.log(
    `${String(tokens).padStart(8)} tokens ${String(files).padStart(5)} files  ${name}${data.has(name) ? ' (data)' : ''}`,
  );
}
const code = rows.filter(([name]) => !data.has(name)).map(([, sum]) => sum);
const total = (of: 'files' | 'tokens'): number => code.reduce((sum, each) => sum + each[of], 0);
console.log(
  `${String(total('tokens')).padStart(8)} tokens ${String(total('files')).padStart(5)} files  without data`,
);
