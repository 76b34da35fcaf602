import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { severityPage, severityPages } from '../../scripts/severity-page.ts';
import { ratingWords, severityWords } from '../../src/cli/explain/severity-words.ts';
import { builtin } from '../../src/controls/registry/builtin.ts';
import { exposures, impacts, ratedSeverity } from '../../src/core/controls/severity.ts';
import { languages } from '../../src/core/text.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** The heading of the table, by language. */
const headings = { en: 'The table', zh: '判定表' };

/** The cells of the rows of the table under a heading of a page, without marks and padding. */
function tableUnder(page: string, heading: string): readonly (readonly string[])[] {
  const [, after = ''] = page.split(`\n## ${heading}\n`);
  const [section = ''] = after.split('\n## ');
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows
    .map((row) => row.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.replaceAll(/[*`]/g, '').trim()))
    .filter((cells) => !cells.every((cell) => /^-+$/.test(cell)));
}

describe('the severities of the built-in controls', () => {
  it.each(builtin.controls)('$id has a rating, from which its severity follows', (control) => {
    const { rating, severity } = control;
    expect(rating).toBeDefined();
    expect(rating && ratedSeverity(rating)).toBe(severity);
  });
});

describe.each(languages)('severity.md in %s', (language) => {
  const page = readFileSync(path.join(root, severityPages[language]), 'utf8');

  it('has the table by which severities follow from ratings', () => {
    expect(tableUnder(page, headings[language])).toEqual([
      ['', ...exposures.map((exposure) => ratingWords[exposure][language])],
      ...impacts.map((impact) => [
        ratingWords[impact][language],
        ...exposures.map((exposure) => severityWords[ratedSeverity([impact, exposure])][language]),
      ]),
    ]);
  });

  it('lists every control with its rating; npm run pages writes it', async () => {
    expect(page).toBe(await severityPage(language));
  });
});
