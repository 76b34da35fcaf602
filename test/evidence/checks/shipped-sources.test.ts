import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { builtin } from '../../../src/controls/registry/builtin.ts';
import type * as Evidence from '../../../src/evidence.ts';
import { withoutWords, withWords } from '../../../src/evidence/checks/words-apart.ts';

const root = path.join(import.meta.dirname, '../../..');
const evidence = path.join(root, 'dist/evidence.js');

it('a source without its words, and with them again, is what it was', () => {
  const file = 'src/controls/workload/workload-health-check.ts';
  const files = { [file]: readFileSync(path.join(root, file), 'utf8') };
  const without = withoutWords(files, builtin.controls);
  expect(without[file]?.length).toBeLessThan((files[file]?.length ?? 0) - 300);
  expect(without[file]).toContain("en: '\0");
  expect(withWords(without, builtin.controls)).toEqual(files);
});

it('the package has the source of every check, byte for byte', async () => {
  expect(existsSync(evidence)).toBe(true);
  const { readShippedSources } = (await import(pathToFileURL(evidence).href)) as typeof Evidence;
  const shipped = await readShippedSources(builtin.controls);
  expect(Object.keys(shipped?.controls ?? {}).toSorted()).toEqual(
    builtin.controls.map(({ id }) => id).toSorted(),
  );
  const files = Object.entries(shipped?.files ?? {});
  expect(files.length).toBeGreaterThan(builtin.controls.length);
  const other = files.filter(
    ([name, text]) => text !== readFileSync(path.join(root, name), 'utf8'),
  );
  expect(other.map(([name]) => name)).toEqual([]);
});
