import { describe, expect, it } from 'vitest';
import { soc2Tsc } from '../../src/frameworks/soc2-tsc/soc2-tsc.ts';

describe('the Trust Services Criteria', () => {
  const criteria = soc2Tsc.requirements.filter(({ parent }) => parent !== null);

  it('have 33 common criteria, and 28 of the four other categories', () => {
    const count = (category: string) =>
      criteria.filter(({ id }) => id.replace(/[\d.]+$/, '') === category).length;
    expect(['CC', 'A', 'C', 'PI', 'P'].map(count)).toEqual([33, 3, 2, 5, 18]);
    expect(soc2Tsc.requirements).toHaveLength(81);
  });
  it('stand each below its group, numbered from one', () => {
    const groups = soc2Tsc.requirements.filter(({ parent }) => parent === null);
    expect(groups).toHaveLength(20);
    for (const group of groups) {
      const below = criteria.filter(({ parent }) => parent === group.id);
      expect(below.map(({ id }) => id)).toEqual(below.map((_, at) => `${group.id}.${at + 1}`));
    }
  });
});
