import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtin } from '../../src/controls/registry/builtin.ts';
import { severities } from '../../src/core/controls/severity.ts';
import { ratings, type Exposure, type Impact } from '../../src/controls/registry/ratings.ts';

const page = path.resolve(import.meta.dirname, '../../docs/severity.md');

/** The cells of the rows of the table under a heading of the page, without marks and padding. */
function tableUnder(heading: string): readonly (readonly string[])[] {
  const [, after = ''] = readFileSync(page, 'utf8').split(`\n## ${heading}\n`);
  const [section = ''] = after.split('\n## ');
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows
    .map((row) => row.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.replaceAll(/[*`]/g, '').trim()))
    .filter((cells) => !cells.every((cell) => /^-+$/.test(cell)));
}

const [head = [], ...lines] = tableUnder('The table');

/** What the page's table says; `undefined` for what it does not have. */
function derive(impact: Impact, exposure: Exposure): string | undefined {
  const line = lines.find(([name]) => name === impact);
  return line?.[head.indexOf(exposure)];
}

describe('the severities of the built-in controls', () => {
  it('has a rating for each control', () => {
    expect(Object.keys(ratings).sort()).toEqual(builtin.controls.map(({ id }) => id).sort());
  });

  it.each(builtin.controls.map(({ id, severity }) => ({ id, severity })))(
    '$id is as severe as its rating says',
    ({ id, severity }) => {
      const [impact, exposure] = ratings[id];
      expect(
        severity,
        `${id} is rated ${impact}, ${exposure}. Change the severity in its file, or its rating in src/controls/registry/ratings.ts`,
      ).toBe(derive(impact, exposure));
    },
  );
});

describe('docs/severity.md', () => {
  it('lists every control with its rating, by severity and then by id', () => {
    const rank = (severity: string | undefined) => severities.findIndex((one) => one === severity);
    const rows = builtin.controls
      .map(({ id }) => {
        const [impact, exposure] = ratings[id];
        return { id, impact, exposure, severity: derive(impact, exposure) };
      })
      .sort((a, b) => rank(a.severity) - rank(b.severity) || (a.id < b.id ? -1 : 1))
      .map(
        ({ id, impact, exposure, severity }) =>
          `| \`${id}\` | ${impact} | ${exposure} | ${severity} |`,
      );
    const [, ...listed] = tableUnder('Every control');
    const found = listed.map(
      ([id, impact, exposure, severity]) => `| \`${id}\` | ${impact} | ${exposure} | ${severity} |`,
    );
    expect(
      found,
      'Under “Every control”, put the expected rows (-) in the place of the received ones (+), then npx oxfmt docs/severity.md',
    ).toEqual(rows);
  });
});
