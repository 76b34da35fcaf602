import { describe, expect, it } from 'vitest';
import { placesOf } from '../../../src/reporters/document/blocks/places.ts';
import { buildDocument } from '../../../src/reporters/documents/build-document.ts';
import { defineReport } from '../../../src/reporters/documents/define-report.ts';
import { chooseDocument, documents } from '../../../src/reporters/documents/registry.ts';
import { renderHtml } from '../../../src/reporters/html/render-html.ts';
import { buildReport } from '../../../src/reporters/model/build-report.ts';
import { sampleAssessment } from '../../fixtures/assessment.ts';
import { sampleFramework } from '../../fixtures/sample-framework.ts';

const assessment = sampleAssessment();
const frameworkId = sampleFramework.id;
const chosen = (id: string, base = '') => {
  const report = buildReport(assessment, { language: 'en', frameworkId });
  return chooseDocument({ ...report, framework: { id, extends: base } }, undefined).id;
};

describe('the document', () => {
  it('is that of the standard, of the standard that is extended, or the general one', () => {
    expect(chosen('pci-dss-4.0.1')).toBe('pci-dss');
    expect(chosen('acme', 'pci-dss-3.1')).toBe('pci-dss');
    expect(chosen('gbt-22239-2008')).toBe('mlps');
    expect(chosen('t-iseaa-004-2023')).toBe('mlps');
    expect(chosen('jrt-0123-2014')).toBe('jrt');
    expect(chosen('jrt-0122-2018')).toBe('jrt');
    expect(chosen('gbt-41460-2022')).toBe('jrt');
    expect(chosen('gbt-41463-2022')).toBe('jrt');
    expect(chosen('iso-27001-2013')).toBe('iso-27001');
    expect(chosen('nist-800-190')).toBe('nist-800-190');
    expect(chosen('nist-800-53-r5')).toBe('nist-800-53');
    expect(chosen('soc2-tsc')).toBe('soc2');
    expect(chosen('cis-docker-1.8.0')).toBe('cis-docker');
    expect(chosen('pci-dssx')).toBe('general');
    expect(chooseDocument(buildReport(assessment, { language: 'en' }), undefined).id).toBe(
      'engineer',
    );
  });

  it('is told the known ones when it is unknown', () => {
    expect(() => buildDocument(assessment, { language: 'en', document: 'nothing' })).toThrow(
      expect.objectContaining({
        code: 'report-unknown',
        hint: `The documents are: ${documents.map(({ id }) => id).join(', ')}. One of your own comes with its configuration: --config FILE`,
      }),
    );
  });
});

describe.each(documents.map(({ id }) => id))('%s', (document) => {
  it.each(['en', 'zh'] as const)('shows each finding and each anchor once, in %s', (language) => {
    const page = renderHtml(buildDocument(assessment, { language, frameworkId, document }));
    const findings = Array.from(page.matchAll(/<li\s+class="finding"/g));
    expect(findings).toHaveLength(assessment.findings.length);
    const ids = Array.from(page.matchAll(/\sid="([^"]*)"/g), ([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of page.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(id);
    expect(page).not.toMatch(/complian[ct]|合规/i);
  });

  it('has what failed behind its summary and ends in an annex, and points to nothing that is not there', () => {
    const { sections } = buildDocument(assessment, { language: 'en', frameworkId, document });
    const order = sections.map(({ anchor }) => anchor);
    const begins = document === 'engineer' ? ['fixes', 'summary'] : ['summary', 'failed'];
    expect(order.slice(0, 2)).toEqual(begins);
    expect(order.indexOf('unseen')).toBeLessThan(order.indexOf('accepted'));
    const annex = sections.findIndex((section) => section.annex === true);
    expect(annex).toBeGreaterThan(order.indexOf('accepted'));
    expect(sections.slice(annex).every((section) => section.annex === true)).toBe(true);
    const { anchors, targets } = placesOf(sections);
    expect([...targets].filter((target) => !anchors.has(target))).toEqual([]);
  });
});

describe('the document of PCI DSS', () => {
  const page = renderHtml(
    buildDocument(assessment, { language: 'en', frameworkId, document: 'pci-dss' }),
  );

  it('refers to evidence by number, and has it in its inventory', () => {
    const used = new Set(
      Array.from(page.matchAll(/href="#evidence-\d+">\[(E\d+)\]/g), ([, n]) => n),
    );
    expect(used.size).toBeGreaterThan(2);
    for (const number of used) expect(page).toContain(`id="evidence-${number?.slice(1)}"`);
  });

  it('has a worksheet for each waiver with a compensating control, and no other', () => {
    const wanted = assessment.waivers.flatMap(({ waiver }, at) =>
      waiver.compensatingControl === undefined ? [] : [`worksheet-${at + 1}`],
    );
    expect(wanted.length).toBeGreaterThan(0);
    const found = Array.from(page.matchAll(/id="(worksheet-\d+)"/g), ([, id]) => id);
    expect(found).toEqual(wanted);
  });
});

describe('a report of one’s own', () => {
  const own = defineReport({
    id: 'own',
    title: { en: 'Own', zh: '自定义' },
    build: ({ failures }) => ({
      title: 'Own <title>',
      sections: [
        {
          kind: 'section',
          title: 'One',
          blocks: [
            { kind: 'paragraph', content: { kind: 'link', to: 'nowhere', text: 'no place' } },
            ...[1, 2].map(() => ({
              kind: 'findings' as const,
              groups: failures.flatMap(({ controls }) => controls),
              words: 'none' as const,
            })),
            { kind: 'verbatim', caption: 'A command', text: 'ls  <dir>' },
          ],
        },
      ],
    }),
  });

  it('is written as it says, with each anchor once and no link that leads nowhere', () => {
    const page = renderHtml(buildDocument(assessment, { language: 'en', document: own }));
    expect(page).toContain('<h1>Own &lt;title&gt;</h1>');
    expect(page).toContain('ls  &lt;dir&gt;');
    expect(page).not.toContain('#nowhere');
    const ids = Array.from(page.matchAll(/\sid="(finding-\d+)"/g), ([, id]) => id);
    expect(ids.length).toBe(assessment.summary.tally.fail);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has an id that can be part of a file’s name', () => {
    expect(() => defineReport({ ...own, id: '../own' })).toThrow(
      expect.objectContaining({ code: 'config-invalid' }),
    );
  });
});
