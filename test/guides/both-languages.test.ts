import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path, { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeSpans, pageShape } from '../support/page-shape.ts';

const root = path.join(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');
const pagesIn = (folder: string): readonly string[] =>
  readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .toSorted();

/** For contributors, in English alone. */
const englishAlone = ['dependencies.md'];
const guides = pagesIn('docs').filter((name) => !englishAlone.includes(name));

/** Where the Chinese page of an English one stands; it need not be there. */
const chineseOf = (page: string): string =>
  page === 'README.md' ? 'README.zh.md' : page.replace(/^docs\/(?!zh\/)/, 'docs/zh/');

/** Where the links of a page lead within the project, from its root, without their hashes. */
const linksOf = (page: string): readonly string[] =>
  [...read(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link = '']) =>
    posix.join(posix.dirname(page), link),
  );

it('every guide is there in both languages', () => {
  expect(guides.length).toBeGreaterThan(20);
  expect(pagesIn('docs/zh')).toEqual(guides);
});

describe.each(guides)('docs/%s and docs/zh/%1$s', (name) => {
  const [english, chinese] = [`docs/${name}`, `docs/zh/${name}`];

  it('have the same headings, lists, tables and pictures, and the same code apart from comments', () => {
    expect(pageShape(read(chinese))).toEqual(pageShape(read(english)));
  });

  it('name the same options, files and values', () => {
    expect(codeSpans(read(chinese))).toEqual(codeSpans(read(english)));
  });

  it('lead to each other above all else', () => {
    expect(read(english).split('\n')[2]).toBe(`[中文](zh/${name})`);
    expect(read(chinese).split('\n')[2]).toBe(`[English](../${name})`);
  });
});

it.each(['README.zh.md', ...guides.map((name) => `docs/zh/${name}`)])(
  '%s leads to Chinese pages where they are',
  (page) => {
    const toEnglish = linksOf(page).filter((to) => {
      const chinese = chineseOf(to);
      return chinese !== to && chinese !== page && existsSync(path.join(root, chinese));
    });
    expect(toEnglish).toEqual([]);
  },
);
