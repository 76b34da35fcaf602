import { describe, expect, it } from 'vitest';
import { iso27001In2013 } from '../../src/frameworks/iso-27001-2013/iso-27001-2013.ts';
import { iso27001In2022 } from '../../src/frameworks/iso-27001-2022/iso-27001-2022.ts';

const depthOf = (id: string): number => id.split('.').length;

describe('ISO/IEC 27001:2013', () => {
  const { requirements } = iso27001In2013;

  it('has 114 controls below 35 objectives in 14 groups', () => {
    const at = (depth: number) => requirements.filter(({ id }) => depthOf(id) === depth).length;
    expect([at(2), at(3), at(4)]).toEqual([14, 35, 114]);
    expect(requirements).toHaveLength(163);
  });
  it('numbers its groups from A.5 to A.18', () => {
    const groups = requirements.filter(({ parent }) => parent === null).map(({ id }) => id);
    expect(groups).toEqual(Array.from({ length: 14 }, (_, at) => `A.${at + 5}`));
  });
  it('places each below what its number says', () => {
    for (const { id, parent } of requirements) {
      expect(parent).toBe(depthOf(id) === 2 ? null : id.slice(0, id.lastIndexOf('.')));
    }
  });
  it('is retired, and says what took its place', () => {
    expect(iso27001In2013.edition.status).toBe('retired');
    expect(iso27001In2013.edition.supersededBy).toBe(iso27001In2022.id);
  });
});

describe('ISO/IEC 27001:2022', () => {
  const { requirements } = iso27001In2022;

  it('has 93 controls in four themes', () => {
    const below = (theme: string) =>
      requirements.filter(({ parent }) => parent === theme).map(({ id }) => id);
    for (const [theme, count] of [
      ['A.5', 37],
      ['A.6', 8],
      ['A.7', 14],
      ['A.8', 34],
    ] as const) {
      expect(below(theme)).toEqual(Array.from({ length: count }, (_, at) => `${theme}.${at + 1}`));
    }
    expect(requirements).toHaveLength(97);
  });
  it('leaves the whole physical theme outside containers', () => {
    const physical = requirements.filter(({ id }) => id === 'A.7' || id.startsWith('A.7.'));
    expect(new Set(physical.map(({ nature }) => nature))).toEqual(new Set(['outside']));
  });
});
