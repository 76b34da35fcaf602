import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { shortenNames } from '../../scripts/short-names.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'plimsoll-names-'));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

it('pieces of a build are named without hashes, and imported by those names', () => {
  const pieces = {
    'index.js': `import{a}from"./chunk-AAAAAAAA.js";export*from'./chunk-BBBBBBBB.js';const b=()=>import("./index-CCCCCCCC.js")`,
    'chunk-AAAAAAAA.js': 'import"./chunk-BBBBBBBB.js";export const a="chunk-BBBBBBBB.js"',
    'chunk-BBBBBBBB.js': 'export const b=new URL("./data.json",import.meta.url)',
    'index-CCCCCCCC.js': 'export const c=1',
    'render-html-DDDDDDDD.js': 'import"./index.js"',
    'index.d.ts': "export * from './chunk-AAAAAAAA.js';",
  };
  for (const [name, text] of Object.entries(pieces)) writeFileSync(path.join(folder, name), text);
  shortenNames(folder, '.js');
  expect(readdirSync(folder).toSorted()).toEqual([
    '0.js',
    '1.js',
    'index-2.js',
    'index.d.ts',
    'index.js',
    'render-html.js',
  ]);
  expect(read('index.js')).toBe(
    `import{a}from"./0.js";export*from'./1.js';const b=()=>import("./index-2.js")`,
  );
  expect(read('0.js')).toBe('import"./1.js";export const a="chunk-BBBBBBBB.js"');
  expect(read('1.js')).toBe(pieces['chunk-BBBBBBBB.js']);
});

it('so are types, which name each other as code', () => {
  const types = {
    'index.d.ts': "export { A } from './index-D3FCcxSf.js';\nimport './text-C-v-2VJe.js';",
    'index-D3FCcxSf.d.ts': 'export type A = 1;',
    'text-C-v-2VJe.d.ts': 'export type B = 2;',
  };
  const own = mkdtempSync(path.join(folder, 'types-'));
  for (const [name, text] of Object.entries(types)) writeFileSync(path.join(own, name), text);
  shortenNames(own, '.d.ts');
  expect(readdirSync(own).toSorted()).toEqual(['index-0.d.ts', 'index.d.ts', 'text.d.ts']);
  expect(readFileSync(path.join(own, 'index.d.ts'), 'utf8')).toBe(
    "export { A } from './index-0.js';\nimport './text.js';",
  );
});

it('the package has no piece that is named by a hash, and every piece that is imported', () => {
  const dist = path.join(import.meta.dirname, '../../dist');
  const files = readdirSync(dist).filter((name) => name.endsWith('.js'));
  expect(files.filter((name) => /-[A-Z0-9]{8}\.js$/.test(name))).toEqual([]);
  const imported = files.flatMap((name) =>
    [
      ...readFileSync(path.join(dist, name), 'utf8').matchAll(
        /(?:from|import\(?)["']\.\/([\w.-]+\.js)["']/g,
      ),
    ].map(([, other = '']) => other),
  );
  expect(imported.length).toBeGreaterThan(500);
  expect(imported.filter((name) => !files.includes(name))).toEqual([]);
});
