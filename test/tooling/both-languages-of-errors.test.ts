import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { sourceFiles } from '../../scripts/cruise.ts';

const root = path.join(import.meta.dirname, '..', '..');
const sources = sourceFiles(root, 'src').map(
  (file) => [file, readFileSync(path.join(root, file), 'utf8')] as const,
);

it('every error of the package is made with words in both languages: one string does not compile', () => {
  // The class whose words may be one string is for users alone.
  const lax = sources.filter(([, text]) => /from '[^']*public-error\.ts'/.test(text));
  expect(lax.map(([file]) => file)).toEqual(['src/index.ts']);
  const throughDoor = sources.filter(
    ([file, text]) =>
      text.includes('new PlimsollError(') &&
      /import \{[^}]*\bPlimsollError\b[^}]*\} from '(?:\.\.\/)+index\.ts'/.test(text) &&
      file !== 'src/index.ts',
  );
  expect(throughDoor.map(([file]) => file)).toEqual([]);
  expect(sources.filter(([, text]) => text.includes('new PlimsollError(')).length).toBeGreaterThan(
    100,
  );
});

it('no error is said in both languages with the same words, unless they have none', () => {
  const pair = /text\(\s*('(?:[^'\\]|\\.)*'),\s*\1,?\s*\)/g;
  const same = sources.flatMap(([file, text]) =>
    Array.from(text.matchAll(pair), ([, words = '']) => `${file}: ${words}`).filter((each) =>
      /: '(?!plimsoll )[A-Za-z]+ [a-z]+ /.test(each),
    ),
  );
  expect(same).toEqual([]);
});
