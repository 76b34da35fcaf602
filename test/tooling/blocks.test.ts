import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import * as blocks from '../../src/blocks.ts';

it('docs/blocks.md has a row for every building block, and for nothing else', () => {
  const page = readFileSync(path.join(import.meta.dirname, '../../docs/blocks.md'), 'utf8');
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  const named = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`(\w+)/g)].map(([, name = '']) => name),
  );
  expect(named.toSorted()).toEqual(Object.keys(blocks).toSorted());
});
