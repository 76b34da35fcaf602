import { describe, expect, it } from 'vitest';
import { judgeFramework } from '../../src/core/assessment/judge-framework.ts';
import { pciDss401 } from '../../src/frameworks/pci-dss-4.0.1/pci-dss-4.0.1.ts';

describe('PCI DSS 4.0.1', () => {
  const { requirements } = pciDss401;

  it('has 366 requirements in 12 chapters and three appendices', () => {
    expect(requirements).toHaveLength(366);
    const top = requirements.filter(({ parent }) => parent === null).map(({ id }) => id);
    expect(top).toEqual([
      ...Array.from({ length: 12 }, (_, at) => String(at + 1)),
      'A1',
      'A2',
      'A3',
    ]);
  });
  it('places each below what its number says', () => {
    for (const { id, parent } of requirements) {
      expect(parent ?? '').toBe(id.slice(0, Math.max(0, id.lastIndexOf('.'))));
    }
  });
  it('numbers what is below another from one, without a hole', () => {
    const parents = new Set(requirements.map(({ parent }) => parent));
    for (const above of parents) {
      if (above === null) continue;
      const below = requirements.filter(({ parent }) => parent === above);
      expect(below.map(({ id }) => id)).toEqual(below.map((_, at) => `${above}.${at + 1}`));
    }
  });
  it('counts what asks for something though more stands below it', () => {
    const { requirements: judged } = judgeFramework(
      { framework: pciDss401, mappings: [] },
      {
        tallyOf: () => undefined,
        paramsOf: () => ({}),
        attestations: [],
        notApplicable: [],
        at: '2026-11-24T00:00:00Z',
      },
    );
    const group = (id: string) => judged.find((each) => each.id === id)?.group;
    expect([group('3'), group('3.3'), group('3.3.1'), group('3.3.1.1')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
  it('keeps what is for people and what is outside containers', () => {
    const count = (nature: string) => requirements.filter((each) => each.nature === nature).length;
    expect(count('technical')).toBe(163);
    expect(count('organisational')).toBe(150);
    expect(count('outside')).toBe(53);
  });
});
