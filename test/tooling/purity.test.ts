import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from '../../scripts/cruise.ts';

const root = path.join(import.meta.dirname, '..', '..');

/** What the linter cannot forbid by name, because only some uses of it are wrong. */
const impure: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'the clock', pattern: /new Date\(\)/ },
  {
    what: "the machine's locale",
    pattern: /\.toLocale\w*String\(\s*\)|\.localeCompare\(|new Intl\.(?!Locale\b)/,
  },
];

const findImpure = (source: string): readonly string[] =>
  impure.filter(({ pattern }) => pattern.test(source)).map(({ what }) => what);

describe('what judges and what prints', () => {
  it.each(['src/core', 'src/controls', 'src/frameworks', 'src/reporters'])(
    'reads neither the clock nor the locale: %s',
    (folder) => {
      const found = sourceFiles(root, folder)
        .map((file) => ({ file, uses: findImpure(readFileSync(path.join(root, file), 'utf8')) }))
        .filter(({ uses }) => uses.length > 0);
      expect(found).toEqual([]);
    },
  );

  it('is searched for what it may not do', () => {
    expect(findImpure('const now = new Date();')).toEqual(['the clock']);
    expect(findImpure('names.sort((a, b) => a.localeCompare(b))')).toEqual([
      "the machine's locale",
    ]);
    expect(findImpure("new Date('2026-01-01T00:00:00Z')")).toEqual([]);
  });
});
