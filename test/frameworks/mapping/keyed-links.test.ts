import { describe, expect, it } from 'vitest';
import { guardsOf, type Breaks, type Shows } from '../../../src/core/frameworks/mapping.ts';
import { PlimsollError } from '../../../src/core/errors.ts';
import {
  clauseAbove,
  chapterOf,
  compareClauses,
} from '../../../src/frameworks/requirements/clause.ts';
import { linksByKey, type KeyedLinkRow } from '../../../src/frameworks/mapping/keyed-links.ts';
import {
  placesByKey,
  requirementsByLevel,
  type LevelledRow,
} from '../../../src/frameworks/requirements/levelled-row.ts';
import { strongestLinks } from '../../../src/frameworks/mapping/strongest-links.ts';

const rows = [
  ['x-b', 'technical', 'derived', 'The other', '另一项', '2.1 b)'],
  ['x-a', 'technical', 'verified', 'The point: the one', '控制点：一项', '1.1'],
  ['x-a', 'technical', 'verified', 'The one', '一项', '2.1 a)', '3.1 a)'],
  ['x', 'technical', 'verified', 'The point', '控制点', '2.1', '3.1'],
  ['c', 'outside', 'verified', 'A chapter', '某一章', '1', '2', '3'],
] as const satisfies readonly LevelledRow[];

describe('clauses', () => {
  it('lie below what their number says', () => {
    expect(['8.1.4.2 d)', '8.1.4.2', '8.1', '8'].map(clauseAbove)).toEqual([
      '8.1.4.2',
      '8.1.4',
      '8',
      null,
    ]);
    expect(['10', '9.2.4.3 a)'].map(chapterOf)).toEqual([10, 9]);
  });
  it('are sorted by number and not by letter', () => {
    const sorted = ['8', '8.2', '8.2 a)', '8.2 b)', '8.2.1', '8.10', '10', '10.1'];
    expect(sorted.toReversed().sort(compareClauses)).toEqual(sorted);
  });
});

describe('levelled rows', () => {
  it('become one tree, each requirement at the level of its chapter', () => {
    const requirements = requirementsByLevel<string>(rows, 0);
    expect(requirements.map(({ id }) => id)).toEqual([
      '1',
      '1.1',
      '2',
      '2.1',
      '2.1 a)',
      '2.1 b)',
      '3',
      '3.1',
      '3.1 a)',
    ]);
    expect(requirements[4]).toEqual({
      id: '2.1 a)',
      parent: '2.1',
      title: { en: 'The one', zh: '一项' },
      nature: 'technical',
      levels: ['2'],
      confidence: 'verified',
    });
    expect(requirementsByLevel<string>(rows, -4)[0]?.levels).toEqual(['5']);
  });
});

describe('links by key', () => {
  const places = placesByKey<string>(
    rows.map(([key, , , , , ...ids]) => [key, ids]),
    0,
  );
  type Row = KeyedLinkRow<'x-a' | 'x-b' | 'x-z'>;
  const written = (...own: Row[]) =>
    linksByKey(own, places).map((link) => [
      link.requirement,
      ...guardsOf(link).map(({ param }) => param),
    ]);

  it('count wherever the requirement stands', () => {
    expect(written(['workload-memory-limit', 'x-a', 'part', 'breaks', 'Why', '为何'])).toEqual([
      ['1.1'],
      ['2.1 a)'],
      ['3.1 a)'],
    ]);
  });
  it('count at the levels that a row names, each with its own guard', () => {
    const guard = { param: 'weightSuffices', equals: false };
    expect(
      written(
        ['workload-memory-limit', 'x-a', 'part', 'breaks', 'Why', '为何', null, '1', '2'],
        ['workload-memory-limit', 'x-a', 'part', 'breaks', 'Why', '为何', guard, '3'],
      ),
    ).toEqual([['1.1'], ['2.1 a)'], ['3.1 a)', 'weightSuffices']]);
  });
  it('carry both values and the reason', () => {
    expect(
      linksByKey([['workload-memory-limit', 'x-b', 'all', 'breaks', 'Why', '为何']], places),
    ).toEqual([
      {
        control: 'workload-memory-limit',
        requirement: '2.1 b)',
        shows: 'all',
        breaks: 'breaks',
        reason: { en: 'Why', zh: '为何' },
      },
    ]);
  });
  it('have the loosest settings beside their own guards, which come first', () => {
    const strict = { param: 'programs', includes: ['telnetd'] };
    const [none, own, all] = linksByKey<'x-a', string>(
      [
        ['workload-no-remote-shell', 'x-a', 'part', 'breaks', 'Why', '为何', null, '1'],
        ['workload-no-remote-shell', 'x-a', 'part', 'breaks', 'Why', '为何', strict, '2'],
        ['workload-pids-limit', 'x-a', 'part', 'breaks', 'Why', '为何', null, '3'],
      ],
      places,
    );
    const ports = { param: 'ports', includes: [22] };
    expect(none?.guard).toEqual([{ param: 'programs', includes: ['sshd', 'dropbear'] }, ports]);
    expect(own?.guard).toEqual([strict, ports]);
    expect(all?.guard).toEqual({ param: 'max', atMost: 32_767 });
  });
  it('are refused where they reach nothing', () => {
    expect(() => written(['workload-pids-limit', 'x-z', 'all', 'breaks', 'Why', '为何'])).toThrow(
      PlimsollError,
    );
    expect(() =>
      written(['workload-pids-limit', 'x-b', 'all', 'breaks', 'Why', '为何', null, '2', '3']),
    ).toThrow('reaches no requirement at level 3');
  });
});

describe('the strongest of several links', () => {
  const link = (control: string, shows: Shows, breaks: Breaks, en: string) => ({
    control,
    requirement: '1',
    shows,
    breaks,
    reason: { en, zh: '为何' },
  });

  it('is one link for each control: the first that shows most, with the most that any breaks', () => {
    const kept = strongestLinks([
      link('a', 'context', 'breaks', 'context'),
      link('b', 'context', 'nothing', 'alone'),
      link('a', 'part', 'weakens', 'first'),
      link('a', 'part', 'weakens', 'second'),
    ]);
    expect(
      kept.map(({ control, shows, breaks, reason }) => [control, shows, breaks, reason.en]),
    ).toEqual([
      ['a', 'part', 'breaks', 'first'],
      ['b', 'context', 'nothing', 'alone'],
    ]);
  });
});
