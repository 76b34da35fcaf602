import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { coveragePages, coverageTable } from '../../../scripts/coverage.ts';
import { languages } from '../../../src/core/text.ts';
import { coverageOf } from '../../../src/frameworks/registry/coverage.ts';
import { builtinFrameworks, frameworkIndex } from '../../../src/frameworks/registry/registry.ts';
import { sampleFramework, sampleMapping } from '../../fixtures/sample-framework.ts';

const sample = { framework: sampleFramework, mappings: [sampleMapping] };
const root = path.join(import.meta.dirname, '..', '..', '..');

describe('coverage', () => {
  it('counts each requirement once, by its strongest control, and headings nowhere', () => {
    expect(coverageOf(sample, undefined, () => true)).toEqual({
      requirements: 11,
      technical: { all: 5, part: 3, context: 1, nothing: 0 },
      organisational: 1,
      organisationalFed: 0,
      outside: 1,
    });
  });
  it('leaves out links that do not count', () => {
    const { technical } = coverageOf(sample, undefined, ({ shows }) => shows !== 'all');
    expect(technical).toEqual({ all: 0, part: 4, context: 1, nothing: 4 });
  });
  it.each(frameworkIndex.map(({ id }) => id))('adds up for %s at every level', async (id) => {
    const entry = Object.values(builtinFrameworks).find(({ head }) => head.id === id);
    if (!entry) throw new Error(`${id} is missing`);
    const mapped = await entry.load();
    for (const level of [undefined, ...entry.head.levels.map((each) => each.id)]) {
      const { requirements, technical, organisational, outside } = coverageOf(
        mapped,
        level,
        () => true,
      );
      const sum = Object.values(technical).reduce((all, count) => all + count, 0);
      expect(sum + organisational + outside).toBe(requirements);
      expect(requirements).toBeGreaterThan(0);
    }
  });
  it.each(languages)(
    'stands in its page as it is, in %s: npm run coverage-table',
    async (language) => {
      const page = readFileSync(path.join(root, coveragePages[language]), 'utf8');
      expect(page).toBe(await coverageTable(language));
    },
  );
});
