import { describe, expect, it } from 'vitest';
import { buildReport } from '../../../../src/reporters/model/build-report.ts';
import { proceduresOf } from '../../../../src/reporters/documents/pci-dss/procedures.ts';
import { assessedBy, paperOf, wordsIn } from '../../../support/papers.ts';

const id = 'pci-dss-4.0.1';

describe('the paper of PCI DSS', () => {
  it('takes entity, scope and samples from the configuration, and says what the scan did not find', async () => {
    const sections = await paperOf(id, {
      entity: { name: 'Acme Payments' },
      samples: [{ population: 'Payment service', subjects: ['payments-api', 'ghost'], total: 9 }],
      pci: {
        entity: 'merchant',
        zones: [{ role: 'cde', name: 'Payment network', members: ['web-1', 'ghost'] }],
        segmentation: { used: true, technique: 'Bridge networks' },
      },
    });
    const assessed = wordsIn(sections, 'assessed');
    expect(assessed).toContainEqual(['Assessed entity', 'Acme Payments']);
    expect(assessed).toContainEqual(['Merchant or service provider', 'Merchant']);
    expect(assessed).toContainEqual(['Technique', 'Bridge networks']);
    expect(assessed).toContainEqual([
      'Cardholder data environment',
      'Payment network',
      'web-1, ghost (not found in this scan)',
    ]);
    expect(wordsIn(sections, 'sampling')[0]).toEqual([
      'Set-1',
      'Payment service',
      'payments-api, ghost (not found in this scan)',
      '[to fill in: QSA]',
      '1 of 2',
      '9',
    ]);
  });

  it('leaves empty fields that name who fills them in', async () => {
    const sections = await paperOf(id);
    expect(wordsIn(sections, 'assessed')).toContainEqual([
      'Assessed entity',
      '[to fill in: assessed entity]',
    ]);
    expect(wordsIn(sections, 'sampling')).toContainEqual([
      'Doc-1',
      '[to fill in: assessed entity]',
      '[to fill in: QSA]',
      '[to fill in: assessed entity]',
    ]);
    const chinese = await paperOf(id, {}, 'zh');
    expect(wordsIn(chinese, 'assessed')).toContainEqual(['被评估机构', '【待填写：被评估机构】']);
  });

  it('refers to evidence at procedures that ask for settings, and leaves the others to the assessor', async () => {
    const row = wordsIn(await paperOf(id), 'requirements').find(([name]) =>
      name?.startsWith('2.2.7 '),
    );
    // The sample has no such control of its own, so that nothing was read for it.
    expect(row?.[2]).toContain('2.2.7.a (examine), 2.2.7.b (observe, examine)');
    expect(row?.[2]).toContain('[to fill in: QSA]');
    expect(proceduresOf('2.2.7').map(({ settings }) => settings)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it.each([
    [{}, ['A1', 'A2']],
    [{ pci: { entity: 'merchant', earlyTls: false } }, []],
    [
      { pci: { entity: 'service-provider', multiTenant: true, designated: true } },
      ['A1', 'A2', 'A3'],
    ],
  ] as const)('lists and counts the appendices that concern %j', async (papers, wanted) => {
    const assessment = await assessedBy(id, papers);
    const report = buildReport(assessment, { language: 'en', frameworkId: id });
    const shown = report.requirements.filter(
      ({ depth, id: at }) => depth === 0 && at.startsWith('A'),
    );
    expect(shown.map((each) => each.id)).toEqual(wanted);
    const counted = report.requirements.filter(({ group }) => !group).length;
    const [first] = report.result.requirements ?? [];
    expect(first?.of).toBe(counted);
  });

  it('asks nobody about appendices in an edition that has none', async () => {
    const anchors = (await paperOf('pci-dss-3.1')).map(({ anchor }) => anchor);
    expect(anchors).toContain('assessed');
    expect(anchors).not.toContain('appendices');
    expect(anchors).not.toContain('customized');
  });
});
