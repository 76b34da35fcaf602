import { describe, expect, it, test } from 'vitest';
import { explainControl } from '../../../src/cli/explain/explain-control.ts';
import { explainFramework } from '../../../src/cli/explain/explain-framework.ts';
import { explainRequirement } from '../../../src/cli/explain/explain-requirement.ts';
import { allUses } from '../../../src/cli/explain/uses.ts';
import { layPage } from '../../../src/cli/terminal/page.ts';
import { layRows } from '../../../src/cli/terminal/table.ts';
import { displayWidth, wrap } from '../../../src/cli/terminal/wrap.ts';
import { chooseFrameworks } from '../../../src/cli/input/choose-frameworks.ts';
import { builtin } from '../../../src/index.ts';
import { loadConfig } from '../../../src/config.ts';

const plain = { bold: (text: string) => text, dim: (text: string) => text };

describe.each(['en', 'zh'] as const)('explain keeps to the terminal, in %s', async (language) => {
  const uses = await allUses();
  const { selected } = await chooseFrameworks(
    ['pci-dss-4.0.1', 'gbt-22239-2019'],
    await loadConfig(undefined),
  );
  const pages = [
    ...builtin.controls
      .filter((_, at) => at % 6 === 0)
      .map((each) => explainControl(each, builtin, uses.get(each.id) ?? [], language)),
    ...selected.map((each) => explainFramework(each, language)),
    ...(await Promise.all(
      selected.flatMap((each) =>
        each.framework.requirements
          .slice(0, 40)
          .map(({ id }) => explainRequirement(each, id, builtin, language)),
      ),
    )),
  ];

  it.each([80, 120])('of %i columns', (width) => {
    for (const page of pages) {
      const over = layPage(page, plain, width)
        .split('\n')
        .slice(2)
        .filter((line) => displayWidth(line) > width);
      // What runs over is one word that cannot be broken.
      expect(over.filter((line) => /\S\s+\S/.test(line.trim()))).toEqual([]);
    }
  });

  it('and loses no word of it', () => {
    const [page] = pages;
    if (!page) throw new Error('there is no page');
    const words = (width?: number): string => layPage(page, plain, width).replaceAll(/\s/g, '');
    const sorted = (text: string): string => Array.from(text).toSorted().join('');
    expect(sorted(words(80))).toBe(sorted(words()));
  });
});

describe('a table', () => {
  const rows = [
    ['short', 'the last cell goes on for a while and then some'],
    ['other', 'ends'],
  ];

  it('is one line a row where nothing limits it, as for a pipe', () => {
    expect(layRows(rows)).toEqual([
      'short  the last cell goes on for a while and then some',
      'other  ends',
    ]);
  });

  it('wraps its last column under itself', () => {
    expect(layRows(rows, 40)).toEqual([
      'short  the last cell goes on for a while',
      '       and then some',
      'other  ends',
    ]);
  });

  it('puts its last column below where the others leave no room', () => {
    expect(layRows(rows, 30)).toEqual([
      'short',
      '    the last cell goes on for',
      '    a while and then some',
      'other',
      '    ends',
    ]);
  });
});

test('a text is broken at spaces and between Chinese characters, never before a mark that closes', () => {
  expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
  expect(wrap('容器以特权模式运行。', 18)).toEqual(['容器以特权模式运', '行。']);
  expect(wrap('去掉 --privileged（参数）', 12)).toEqual(['去掉', '--privileged', '（参数）']);
  expect(wrap('https://example.org/longer/than/that', 10)).toEqual([
    'https://example.org/longer/than/that',
  ]);
});
