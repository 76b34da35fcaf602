import { describe, expect, it } from 'vitest';
import { requirementsAt } from '../../src/core/frameworks/framework.ts';
import { nist80053 } from '../../src/frameworks/nist-800-53-r5/nist-800-53-r5.ts';

describe('NIST SP 800-53 revision 5', () => {
  const { requirements } = nist80053;
  const controls = requirements.filter(({ parent }) => parent !== null);
  const countAt = (level: string) =>
    requirementsAt(nist80053, level).filter(({ parent }) => parent !== null).length;

  it('has all 20 families', () => {
    const families = requirements.filter(({ parent }) => parent === null).map(({ id }) => id);
    expect(families.join(' ')).toBe('AC AT AU CA CM CP IA IR MA MP PE PL PM PS PT RA SA SC SI SR');
  });
  it('has all 300 base controls, and none of those withdrawn', () => {
    const base = controls.map(({ id }) => id).filter((id) => !id.includes('('));
    expect(base).toHaveLength(300);
    const last = new Map(base.map((id) => [id.slice(0, 2), Number(id.slice(3))]));
    const holes = [...last].flatMap(([family, highest]) =>
      Array.from({ length: highest }, (_, at) => `${family}-${at + 1}`).filter(
        (id) => !base.some((each) => each === id),
      ),
    );
    expect(holes).toEqual([
      ...['AC-13', 'AC-15', 'AT-5', 'AU-15', 'CA-4', 'CP-5', 'PE-7', 'PL-3', 'PL-5', 'PL-6'],
      ...['RA-4', 'SA-6', 'SA-7', 'SA-12', 'SA-13', 'SA-14', 'SA-18', 'SA-19'],
      ...['SC-9', 'SC-14', 'SC-19', 'SC-33', 'SI-9'],
    ]);
  });
  it('has what release 5.2.0 added, in no baseline', () => {
    const added = controls.filter(({ id }) => ['SA-15(13)', 'SA-24', 'SI-2(7)'].includes(id));
    expect(added.map(({ id, levels }) => [id, levels])).toEqual([
      ['SA-15(13)', ['unselected']],
      ['SA-24', ['unselected']],
      ['SI-2(7)', ['unselected']],
    ]);
    expect(nist80053.edition).toMatchObject({ version: '5.2.0', published: '2025-08-27' });
  });
  it('has the baselines of SP 800-53B: 149 low, 287 moderate, 370 high and 96 for privacy', () => {
    expect(['low', 'moderate', 'high', 'privacy'].map(countAt)).toEqual([149, 287, 370, 96]);
  });
  it('has each baseline of impact within the next', () => {
    for (const { id, levels } of controls) {
      const at = ['high', 'moderate', 'low'].map((level) => levels.includes(level));
      expect([id, ...at]).toEqual([id, ...[...at].sort((a, b) => Number(b) - Number(a))]);
    }
  });
  it('has a control for each enhancement, and both below the family', () => {
    const ids = new Set<string>(controls.map(({ id }) => id));
    for (const { id, parent } of controls) {
      expect(parent).toBe(id.slice(0, 2));
      expect(ids).toContain(id.replace(/\(\d+\)$/, ''));
    }
  });
  it('gives to no baseline what none selects', () => {
    const unselected = requirementsAt(nist80053, 'unselected');
    expect(unselected.map(({ id }) => id)).toContain('SC-6');
    const both = unselected.filter(({ parent, levels }) => parent !== null && levels.length > 1);
    expect(both).toEqual([]);
    expect(countAt('unselected') + new Set(selected()).size).toBe(controls.length);
  });

  const selected = () =>
    ['high', 'privacy'].flatMap((level) =>
      requirementsAt(nist80053, level)
        .filter(({ parent }) => parent !== null)
        .map(({ id }) => id),
    );
});
