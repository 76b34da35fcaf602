import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { builtin } from '../../../src/controls/registry/builtin.ts';
import type * as Evidence from '../../../src/evidence.ts';
import { readShippedSources } from '../../../src/evidence/checks/shipped-sources.ts';
import { withoutWords, withWords } from '../../../src/evidence/checks/words-apart.ts';

const root = path.join(import.meta.dirname, '../../..');
const evidence = path.join(root, 'dist/evidence.js');

it('a source without its words, and with them again, is what it was', () => {
  const name = (id: string): string => `src/controls/workload/${id}.ts`;
  const names = ['workload-health-check', 'workload-pids-limit'].map(name);
  const files = Object.fromEntries(
    names.map((each) => [each, readFileSync(path.join(root, each), 'utf8')]),
  );
  const without = withoutWords(files, builtin.controls);
  const [health = '', pids = ''] = names;
  expect(without[health]?.length).toBeLessThan((files[health]?.length ?? 0) - 300);
  expect(without[health]).toContain("en: '\0");
  // Words of its parameters, and its references.
  expect(without[pids]).toMatch(/meta\(\{\n *en: '\0/);
  expect(without[pids]).toContain("references: ['\0");
  expect(withWords(without, builtin.controls)).toEqual(files);
});

it('a working copy has none beside its code', async () => {
  expect(await readShippedSources(builtin.controls)).toBeUndefined();
});

it('the package has the source of every check, byte for byte', async () => {
  expect(existsSync(evidence)).toBe(true);
  const packed = (await import(pathToFileURL(evidence).href)) as typeof Evidence;
  const shipped = await packed.readShippedSources(builtin.controls);
  expect(Object.keys(shipped?.controls ?? {}).toSorted()).toEqual(
    builtin.controls.map(({ id }) => id).toSorted(),
  );
  for (const [id, { files, line, lines }] of Object.entries(shipped?.controls ?? {})) {
    const [own = ''] = files;
    const text = shipped?.files[own]?.split('\n') ?? [];
    expect(text.join('\n')).toContain(`id: '${id}'`);
    expect(text[line - 1]?.trim()).toMatch(/^\S/);
    expect([...new Set(lines.map(({ file }) => file))]).toEqual(files);
  }
  const files = Object.entries(shipped?.files ?? {});
  expect(files.length).toBeGreaterThan(builtin.controls.length);
  const other = files.filter(
    ([name, text]) => text !== readFileSync(path.join(root, name), 'utf8'),
  );
  expect(other.map(([name]) => name)).toEqual([]);
});
