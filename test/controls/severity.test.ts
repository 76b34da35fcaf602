import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { severityPage } from '../../scripts/severity-page.ts';
import { builtin } from '../../src/controls/registry/builtin.ts';
import { exposures, impacts, ratedSeverity } from '../../src/core/controls/severity.ts';

const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/severity.md'), 'utf8');

/** The cells of the rows of the table under a heading of the page, without marks and padding. */
function tableUnder(heading: string): readonly (readonly string[])[] {
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

describe('docs/severity.md', () => {
  it('has the table by which severities follow from ratings', () => {
    expect(tableUnder('The table')).toEqual([
      ['', ...exposures],
      ...impacts.map((impact) => [
        impact,
        ...exposures.map((exposure) => ratedSeverity([impact, exposure])),
      ]),
    ]);
  });

  it('lists every control with its rating; npm run pages writes it', async () => {
    expect(page).toBe(await severityPage());
  });
});
