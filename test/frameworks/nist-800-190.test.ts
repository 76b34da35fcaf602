import { describe, expect, it } from 'vitest';
import { nist800190, nist800190Mapping } from '../../src/frameworks/nist-800-190/nist-800-190.ts';
import { coverageOf } from '../../src/frameworks/registry/coverage.ts';

describe('NIST SP 800-190', () => {
  const ids: readonly string[] = nist800190.requirements.map(({ id }) => id);

  it('has 59 rows: risks, and a countermeasure for each', () => {
    expect(ids).toHaveLength(59);
    const risks = ids.filter((id) => id.startsWith('3.'));
    expect(risks).toHaveLength(28);
    for (const risk of risks) expect(ids).toContain(risk.replace('3', '4'));
    expect(ids.at(-1)).toBe('4.6');
  });
  it('says that the risks were not seen at their source', () => {
    for (const { id, confidence } of nist800190.requirements) {
      expect(confidence).toBe(id.startsWith('3') ? 'knowledge' : 'verified');
    }
  });
  it('counts countermeasures alone, since a risk asks for nothing', () => {
    const mapped = { framework: nist800190, mappings: [nist800190Mapping] };
    const { requirements, technical } = coverageOf(mapped, undefined, () => true);
    expect(requirements).toBe(24);
    expect(technical.nothing).toBe(0);
  });
  it('takes evidence for countermeasures, and never for a risk', () => {
    const linked = new Set(nist800190Mapping.links.map(({ requirement }) => requirement));
    expect([...linked].filter((id) => !id.startsWith('4.'))).toEqual([]);
    const unseen = ids.filter((id) => /^4\.\d\.\d$|^4\.6$/.test(id) && !linked.has(id));
    expect(unseen).toEqual([]);
  });
});
