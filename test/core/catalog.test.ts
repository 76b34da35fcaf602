import { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { defineCatalog, extendCatalog, parametersOf } from '../../src/core/controls/catalog.ts';
import { defineControl } from '../../src/core/controls/control.ts';
import { PlimsollError } from '../../src/core/errors.ts';
import { thing, thingControl } from './tiny.ts';

const counted = defineControl({
  id: 'thing-counted',
  subject: thing,
  severity: 'low',
  title: { en: 'Counted', zh: '计数' },
  rationale: { en: 'Because', zh: '因为' },
  remediation: { en: 'Count', zh: '计数' },
  references: ['https://example.org/'],
  params: z.object({ max: z.number().int().default(5) }),
  check: (facts, { params }) => facts.count <= params.max,
});
const other = thingControl(() => true, 'thing-other');
const base = defineCatalog({ id: 'base', version: '1', controls: [counted, other] });

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof PlimsollError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'nothing thrown';
};

describe('a catalog', () => {
  it('refuses an id that stands twice, and names both places', () => {
    const said = codeOf(() =>
      defineCatalog({ id: 'twice', version: '1', controls: [counted, other, counted] }),
    );
    expect(said).toContain('catalog-duplicate-control');
    expect(said).toContain('catalog "twice", control 1');
    expect(said).toContain('catalog "twice", control 3');
  });

  it('refuses to add an id that it has, and names both places', () => {
    const said = codeOf(() =>
      extendCatalog(base, { add: [thingControl(() => true, 'thing-other')] }),
    );
    expect(said).toContain('catalog "base", control 2');
    expect(said).toContain('what extends catalog "base", control 1');
  });

  it('may add again what it omits', () => {
    const mine = thingControl(() => false, 'thing-other');
    const extended = extendCatalog(base, {
      add: [mine],
      omit: { 'thing-other': { reason: 'ours is better', by: 'me' } },
    });
    expect(extended.controls).toEqual([counted, mine]);
    expect(extended.lineage).toEqual([
      {
        control: 'thing-other',
        change: 'omitted',
        reason: 'ours is better',
        by: 'me',
        catalog: 'base',
      },
    ]);
  });

  it('is not changed by being extended', () => {
    extendCatalog(base, {
      tailor: {
        'thing-counted': { params: { max: 1 }, severity: 'high', reason: 'strict', by: 'me' },
      },
    });
    expect(parametersOf(base, counted)).toEqual({ max: 5 });
    expect(base.lineage).toEqual([]);
  });

  it('keeps parameters that a later tailoring does not name, and who changed them', () => {
    const once = extendCatalog(base, {
      id: 'once',
      tailor: { 'thing-counted': { params: { max: 1 }, reason: 'first', by: 'a' } },
    });
    const twice = extendCatalog(once, {
      id: 'twice',
      tailor: { 'thing-counted': { severity: 'critical', reason: 'second', by: 'b' } },
    });
    expect(parametersOf(twice, counted)).toEqual({ max: 1 });
    expect(twice.severities).toEqual({ 'thing-counted': 'critical' });
    expect(twice.lineage.map(({ by, catalog }) => `${by} in ${catalog}`)).toEqual([
      'a in once',
      'b in twice',
    ]);
  });

  it.each([
    [
      'an unknown control',
      { tailor: { 'thing-unknown': { reason: 'x', by: 'y' } } },
      'catalog-unknown-control',
    ],
    [
      'a parameter of the wrong type',
      { tailor: { 'thing-counted': { params: { max: 'many' }, reason: 'x', by: 'y' } } },
      'parameters-invalid',
    ],
    [
      'an unknown parameter',
      { tailor: { 'thing-counted': { params: { min: 1 }, reason: 'x', by: 'y' } } },
      'parameters-invalid',
    ],
    [
      'a tailoring without a reason',
      { tailor: { 'thing-counted': { params: { max: 1 }, reason: ' ', by: 'y' } } },
      'parameters-invalid',
    ],
    [
      'an omission without an author',
      { omit: { 'thing-other': { reason: 'x', by: '' } } },
      'parameters-invalid',
    ],
  ])('refuses %s', (_, extension, code) => {
    expect(codeOf(() => extendCatalog(base, extension as never))).toContain(code);
  });
});

describe('a control', () => {
  it('is as severe as its rating, or as its author says', () => {
    const rated = { ...counted, severity: undefined, rating: ['takeover', 'open'] };
    expect(defineControl(rated as never)).toMatchObject({
      severity: 'critical',
      rating: ['takeover', 'open'],
    });
    expect(counted).toMatchObject({ severity: 'low' });
    expect(counted).not.toHaveProperty('rating');
  });

  it.each([
    ['an id that is not in kebab-case', { id: 'Thing_Test' }],
    ['a missing language', { title: { en: 'Only English', zh: '' } }],
    ['a reference that is not https', { references: ['http://example.org/'] }],
    ['no reference', { references: [] }],
    ['neither a rating nor a severity', { severity: undefined }],
    ['both a rating and a severity', { rating: ['takeover', 'open'] }],
    ['a rating that there is none of', { severity: undefined, rating: ['takeover', 'shut'] }],
    ['a parameter without a default', { params: z.object({ max: z.number() }) }],
  ])('refuses %s', (_, change) => {
    expect(codeOf(() => defineControl({ ...counted, ...change } as never))).toContain(
      'control-invalid',
    );
  });
});
