import { describe, expect, it } from 'vitest';
import { requirementStatuses } from '../../../src/core/frameworks/rollup.ts';
import { builtinFrameworks, frameworkIndex } from '../../../src/frameworks/registry/registry.ts';
import { generalWords, wordsOf } from '../../../src/frameworks/registry/words-of.ts';

const ids = [...Object.keys(builtinFrameworks), 'acme-1'];

describe.each(ids)('the words of %s', (id) => {
  const words = wordsOf(id);

  it('tell every status from every other, in both languages', () => {
    for (const language of ['en', 'zh'] as const) {
      const said = requirementStatuses.map((status) => words[status]?.[language]);
      expect(new Set(said).size).toBe(requirementStatuses.length);
    }
  });
  it('say that it does not apply of nothing but what a person stated', () => {
    for (const language of ['en', 'zh'] as const) {
      const excluded = requirementStatuses.filter((status) =>
        /not applicable|exclud|不适用|删减/i.test(words[status]?.[language] ?? ''),
      );
      expect(excluded).toEqual(['not-applicable']);
    }
  });
  it('never claim compliance', () => {
    for (const status of requirementStatuses) {
      expect(words[status]?.en ?? '').not.toMatch(/complian/i);
      expect(words[status]?.zh ?? '').not.toMatch(/合规/);
    }
  });
});

describe.each(['pci-dss-3.1', 'pci-dss-4.0.1'])('the words of %s', (id) => {
  const words = wordsOf(id);

  it('say In Place of nothing but what is satisfied or has a compensating control', () => {
    const inPlace = requirementStatuses.filter((status) =>
      words[status]?.en.startsWith('In Place'),
    );
    expect(inPlace).toEqual(['accepted-with-compensating-control', 'satisfied']);
    const chinese = requirementStatuses.filter((status) => words[status]?.zh.startsWith('已到位'));
    expect(chinese).toEqual(inPlace);
  });
  it('say nowhere of partial evidence that it is in place', () => {
    expect(words.supported?.en).not.toMatch(/in place/i);
    expect(words.supported?.zh).not.toMatch(/已到位/);
  });
});

describe('等保', () => {
  const words = wordsOf('gbt-22239-2019');

  it('says 符合 by itself of nothing but what is satisfied', () => {
    const met = requirementStatuses.filter((status) => words[status]?.zh.startsWith('符合'));
    expect(met).toEqual(['satisfied']);
  });
  it('calls partial evidence by no word for a finding', () => {
    expect(words.supported?.zh).not.toMatch(/^(部分)?符合|^不符合/);
  });
  it('leaves to the assessor how far a point fails', () => {
    expect(words['not-satisfied']?.zh).toBe('不符合或部分符合');
  });
  it('has no word for what had nothing to test', () => {
    expect(words['not-tested']).toBeNull();
  });
  it('is spoken by the container extension and by the older edition', () => {
    expect(wordsOf('t-iseaa-004-2023')).toBe(words);
    expect(wordsOf('gbt-22239-2008')).toBe(words);
  });
});

describe('JR/T and its national counterparts', () => {
  const payments = frameworkIndex.map(({ id }) => id).filter((id) => /^(jrt|gbt-4146)/.test(id));

  it('are six', () => {
    expect(payments).toHaveLength(6);
  });
  it('says 符合 by itself of nothing but what is satisfied', () => {
    for (const id of payments) {
      const words = wordsOf(id);
      const met = requirementStatuses.filter((status) => words[status]?.zh.startsWith('符合'));
      expect(met).toEqual(['satisfied']);
    }
  });
});

describe('good news', () => {
  it.each([
    ['iso-27001-2013', /^Applicable, implemented/, /^适用，已实施/],
    ['iso-27001-2022', /^Applicable, implemented/, /^适用，已实施/],
    ['nist-800-53-r5', /^Satisfied/, /^满足/],
    ['soc2-tsc', /^No exceptions/, /^未发现例外/],
  ] as const)('is for what is satisfied alone (%s)', (id, en, zh) => {
    const words = wordsOf(id);
    expect(requirementStatuses.filter((each) => en.test(words[each]?.en ?? ''))).toEqual([
      'satisfied',
    ]);
    expect(requirementStatuses.filter((each) => zh.test(words[each]?.zh ?? ''))).toEqual([
      'satisfied',
    ]);
  });
});

it('has plain words for a framework of somebody else', () => {
  expect(wordsOf('acme-1')).toBe(generalWords);
  expect(wordsOf('constructor')).toBe(generalWords);
});
