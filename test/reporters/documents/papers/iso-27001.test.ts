import { describe, expect, it } from 'vitest';
import { sampleAssessment } from '../../../fixtures/assessment.ts';
import { sampleFramework } from '../../../fixtures/sample-framework.ts';
import { buildDocument } from '../../../../src/reporters/documents/build-document.ts';
import { paperOf, wordsIn } from '../../../support/papers.ts';

describe('the paper of ISO/IEC 27001', () => {
  it('justifies inclusion by what the configuration says, and leaves a field where it says nothing', async () => {
    const rows = wordsIn(
      await paperOf('iso-27001-2022', {
        iso27001: {
          scope: 'Card platform',
          inclusion: [
            { controls: ['A.8.9'], risk: 'R-12', law: 'DORA' },
            { controls: ['A.5'], contract: 'MSA' },
          ],
        },
      }),
      'requirements',
    );
    const why = (id: string): string =>
      rows.find(([name]) => name?.startsWith(`${id} `))?.[1] ?? '';
    expect(why('A.8.9')).toBe('Applicable\nRisk treatment: R-12\nLaw: DORA');
    expect(why('A.5.1')).toBe('Applicable\nContract: MSA');
    expect(why('A.8.15')).toBe('Applicable\n[to fill in: owner of the management system]');
  });

  it('has scope, version and approval, or fields for them', async () => {
    const said = { scope: 'Card platform', version: '3.2', approvedOn: '2026-10-01' };
    const rows = wordsIn(await paperOf('iso-27001-2022', { iso27001: said }), 'assessed');
    expect(rows).toContainEqual(['Scope of the management system', 'Card platform']);
    expect(rows).toContainEqual(['Approved on', '1 October 2026']);
    expect(rows).toContainEqual(['Approved by', '[to fill in: management]']);
  });

  it('calls a control partly implemented where some checks failed and others passed, with the counts', () => {
    const { sections } = buildDocument(sampleAssessment(), {
      language: 'en',
      frameworkId: sampleFramework.id,
      document: 'iso-27001',
    });
    const words = wordsIn(sections, 'requirements').map((cells) => cells[2] ?? '');
    const partly = words.filter((each) => each.startsWith('Partly implemented'));
    expect(partly.length).toBeGreaterThan(0);
    for (const each of partly) {
      const [failed = 0, checks = 0] = (/(\d+) of (\d+) checks/.exec(each) ?? [])
        .slice(1)
        .map(Number);
      expect(failed).toBeGreaterThan(0);
      expect(failed).toBeLessThan(checks);
    }
  });
});
