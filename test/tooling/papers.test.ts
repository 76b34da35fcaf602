import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { withExamples } from '../../scripts/readme.ts';

const root = path.join(import.meta.dirname, '..', '..');
const papers = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(path.join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  'bench/README.md',
];
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');
const found = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, first = '']) => first);

const manifest = z
  .object({
    scripts: z.record(z.string(), z.string()),
    exports: z.record(z.string(), z.unknown()),
    dependencies: z.record(z.string(), z.string()),
    optionalDependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(read('package.json')));

/** Scripts of the project that a reader of the guide has begun, and not of this one. */
const begun: Readonly<Record<string, readonly string[]>> = { 'docs/first-control.md': ['lint'] };

describe('the papers', () => {
  it('show the examples as they are (npm run examples)', () => {
    const readme = read('README.md');
    expect(found(readme, /<!-- (examples\/\S+) -->/g).length).toBeGreaterThan(0);
    expect(readme).toBe(withExamples(readme));
  });

  it.each(papers)('name files and scripts that exist: %s', (paper) => {
    const text = read(paper);
    const links = found(text, /\]\((?!https?:|#)([^)#\s]+)/g);
    const scripts = found(text, /npm run (?:--silent |-s )?([\w:-]+)/g);
    const missing = [
      ...links.filter((link) => !existsSync(path.join(root, path.dirname(paper), link))),
      ...scripts.filter(
        (name) => !Object.hasOwn(manifest.scripts, name) && !begun[paper]?.includes(name),
      ),
    ];
    expect(missing).toEqual([]);
  });

  it('link to the web by https only', () => {
    const insecure = papers.flatMap((paper) => found(read(paper), /\((http:[^)]*)\)/g));
    expect(insecure).toEqual([]);
  });

  it('give a reason for every dependency, and for nothing else', () => {
    const rows = found(read('docs/dependencies.md'), /^\| ([@a-z][^|]*?) +\|/gm)
      .flatMap((cell) => cell.split(', '))
      .map((cell) => cell.replace(/ [\d.]+$/, ''))
      .filter((name) => name !== 'package');
    const { dependencies, optionalDependencies, devDependencies } = manifest;
    const installed = Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies });
    expect(rows.toSorted()).toEqual(installed.toSorted());
  });

  it('list every door in the README', () => {
    const doors = Object.keys(manifest.exports)
      .filter((door) => !door.endsWith('.json'))
      .map((door) => door.replace(/^\./, 'plimsoll'));
    expect(found(read('README.md'), /^\| `(plimsoll[\w/]*)` +\|/gm)).toEqual(doors);
  });
});
