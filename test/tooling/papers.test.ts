import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  languageOfPaper,
  papersWithInstallation,
  withInstallation,
} from '../../scripts/installation.ts';
import { papersWithExamples, withExamples } from '../../scripts/paper-examples.ts';
import { builtin } from '../../src/controls/registry/builtin.ts';
import { builtinFrameworks } from '../../src/frameworks/registry/registry.ts';

const root = path.join(import.meta.dirname, '..', '..');
const papers = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...['docs', 'docs/zh'].flatMap((folder) =>
    readdirSync(path.join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  ),
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

/** Scripts and files of the project that a reader of the guide has begun, and not of this one. */
const begun: Readonly<Record<string, readonly string[]>> = {
  'docs/first-control.md': ['lint'],
  'docs/projects.md': ['test/workload-owner-labelled.test.ts'],
};

describe('the papers', () => {
  it.each(papersWithExamples)('show the examples as they are (npm run examples): %s', (paper) => {
    const text = read(paper);
    expect(found(text, /<!-- (examples\/\S+) -->/g).length).toBeGreaterThan(0);
    expect(text).toBe(withExamples(text));
  });

  it('say in one way how the package is installed today (npm run examples)', () => {
    for (const paper of papersWithInstallation) {
      expect(read(paper)).toContain('<!-- installation -->');
      expect(read(paper)).toBe(withInstallation(read(paper), languageOfPaper(paper)));
    }
    const installing = /npm (?:install|i)\b.* plimsoll$|npx --yes (?:--package )?plimsoll/m;
    const promising = papers.filter((paper) => installing.test(read(paper)));
    expect(promising.filter((paper) => !papersWithInstallation.includes(paper))).toEqual([]);
  });

  it.each(['README.md', 'README.zh.md', 'CHANGELOG.md'])('count what there is: %s', (paper) => {
    const [tens] = found(read(paper), /(?:More than|内置) (\d+)/g);
    expect(Number(tens)).toBe(Math.floor((builtin.controls.length - 1) / 10) * 10);
    expect(Object.keys(builtinFrameworks)).toHaveLength(18);
    expect(read(paper)).toMatch(/eighteen frameworks|18 个框架/i);
  });

  it('say the same two commands in both languages', () => {
    const commands = (paper: string): readonly string[] =>
      found(read(paper), /^(npm (?:run quickstart|test)) +#/gm);
    expect(commands('README.md')).toEqual(['npm run quickstart', 'npm test']);
    expect(commands('README.zh.md')).toEqual(commands('README.md'));
  });

  it.each(papers)('name files and scripts that exist: %s', (paper) => {
    const text = read(paper);
    const links = found(text, /\]\((?!https?:|#)([^)#\s]+)/g);
    const scripts = found(text, /npm run (?:--silent |-s )?([\w:-]+)/g);
    const places = found(text, /`((?:src|test|scripts|bench|examples)\/[\w./-]+)`/g);
    const missing = [
      ...links.filter((link) => !existsSync(path.join(root, path.dirname(paper), link))),
      ...places.filter((place) => !existsSync(path.join(root, place))),
      ...scripts.filter((name) => !Object.hasOwn(manifest.scripts, name)),
    ].filter((name) => !begun[paper.replace('/zh/', '/')]?.includes(name));
    expect(missing).toEqual([]);
  });

  it('have every room of the house', () => {
    const rooms = readdirSync(path.join(root, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'cli')
      .map(({ name }) => name);
    const rows = found(read('CONTRIBUTING.md'), /^\| `([\w-]+)\/` +\|/gm);
    expect(rows.toSorted()).toEqual(rooms.toSorted());
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

  it('list every door', () => {
    const doors = Object.keys(manifest.exports)
      .filter((door) => !door.endsWith('.json'))
      .map((door) => door.replace(/^\./, 'plimsoll'));
    expect(found(read('docs/library.md'), /^\| `(plimsoll[\w/]*)` +\|/gm)).toEqual(doors);
  });
});
