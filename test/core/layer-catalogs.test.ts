import { describe, expect, it } from 'vitest';
import { defineCatalog, extendCatalog } from '../../src/core/controls/catalog.ts';
import { layerCatalogs } from '../../src/core/controls/layer-catalogs.ts';
import { defineControl } from '../../src/core/controls/control.ts';
import { workload } from '../../src/core/subjects/workload/workload.ts';
import { z } from 'zod';

const controlOf = <const Id extends string>(id: Id) =>
  defineControl({
    id,
    subject: workload,
    severity: 'high',
    title: { en: id, zh: id },
    rationale: { en: id, zh: id },
    remediation: { en: id, zh: id },
    references: ['https://example.org/'],
    params: z.object({ max: z.number().default(5), min: z.number().default(1) }),
    check: (w) => w.privileged,
  });
const [one, two, three, four] = [
  controlOf('a-one'),
  controlOf('a-two'),
  controlOf('a-three'),
  controlOf('a-four'),
];
const root = defineCatalog({ id: 'root', version: '1', controls: [one, two] });
const signed = { reason: 'r', by: 'b' };
const idsOf = ({ controls }: { readonly controls: readonly { readonly id: string }[] }) =>
  controls.map(({ id }) => id);

describe('layerCatalogs', () => {
  it('keeps what either adds, tailors and omits', () => {
    const base = extendCatalog(root, {
      id: 'company',
      add: [three],
      omit: { 'a-two': signed },
      tailor: { 'a-one': { params: { max: 7, min: 2 }, ...signed } },
    });
    const over = extendCatalog(root, {
      id: 'team',
      add: [four],
      tailor: { 'a-one': { params: { max: 9 }, severity: 'low', ...signed } },
    });
    const both = layerCatalogs(base, over);
    expect(both.id).toBe('team');
    expect(idsOf(both)).toEqual(['a-one', 'a-three', 'a-four']);
    expect(both.parameters).toEqual({ 'a-one': { max: 9, min: 2 } });
    expect(both.severities).toEqual({ 'a-one': 'low' });
    expect(both.lineage.map(({ control, change, catalog }) => [control, change, catalog])).toEqual([
      ['a-one', 'tailored', 'company'],
      ['a-two', 'omitted', 'company'],
      ['a-one', 'tailored', 'team'],
    ]);
  });

  it('does nothing again that both have in common', () => {
    const base = extendCatalog(root, { id: 'company', add: [three] });
    const over = extendCatalog(extendCatalog(base, { add: [four] }), { id: 'team' });
    expect(layerCatalogs(base, over)).toBe(over);
    expect(layerCatalogs(over, base)).toBe(over);
    expect(layerCatalogs(base, base)).toBe(base);
  });

  it('adds what has nothing in common with the one below', () => {
    const apart = extendCatalog(defineCatalog({ id: 'apart', version: '2', controls: [three] }), {
      add: [four],
    });
    const both = layerCatalogs(root, apart);
    expect([both.id, both.version]).toEqual(['apart', '2']);
    expect(idsOf(both)).toEqual(['a-one', 'a-two', 'a-three', 'a-four']);
  });

  it('takes a control that both bring once, whatever became of its period', () => {
    const held = extendCatalog(extendCatalog(root, { add: [three] }), {
      tailor: { 'a-three': { holds: 3, ...signed } },
    });
    const both = layerCatalogs(held, extendCatalog(root, { add: [three, four] }));
    expect(idsOf(both)).toEqual(['a-one', 'a-two', 'a-three', 'a-four']);
    expect(both.controls.find(({ id }) => id === 'a-three')?.holds).toBe(3);
  });

  it('refuses two controls of one id, and a change of what is gone', () => {
    const other = extendCatalog(root, { add: [controlOf('a-three')] });
    const base = extendCatalog(root, { add: [three], omit: { 'a-one': signed } });
    expect(() => layerCatalogs(base, other)).toThrow(/a-three occurs twice/);
    const tailored = extendCatalog(root, { tailor: { 'a-one': { severity: 'low', ...signed } } });
    expect(() => layerCatalogs(base, tailored)).toThrow(/has no control "a-one"/);
  });

  it('gives an omitted control back to who adds it on purpose', () => {
    const base = extendCatalog(extendCatalog(root, { add: [three] }), {
      omit: { 'a-three': signed },
    });
    expect(idsOf(layerCatalogs(base, extendCatalog(root, { add: [three] })))).toContain('a-three');
  });
});
