import { describe, expect, it } from 'vitest';
import { papersSchema } from '../../../../src/core/snapshot/papers.ts';
import { buildDocument } from '../../../../src/reporters/documents/build-document.ts';
import { sampleAssessment } from '../../../fixtures/assessment.ts';
import { paperOf, rowsIn, textOf, wordsIn } from '../../../support/papers.ts';

describe('the paper of NIST SP 800-53', () => {
  it('has system, impact and sites, and methods with what the assessor adds', async () => {
    const sections = await paperOf('nist-800-53-r5', {
      nist: { impact: 'high', sites: ['Dublin'] },
    });
    const assessed = wordsIn(sections, 'assessed');
    expect(assessed).toContainEqual(['Impact level (FIPS 199)', 'High']);
    expect(assessed).toContainEqual(['Sites', 'Dublin']);
    expect(assessed).toContainEqual(['Lead assessor', '[to fill in: assessor]']);
    const rows = wordsIn(sections, 'requirements').filter(({ length }) => length === 4);
    expect(rows.length).toBeGreaterThan(100);
    for (const [, , methods] of rows) {
      expect(methods).toMatch(/^(EXAMINE: .+\nINTERVIEW, TEST: )?\[to fill in: assessor\]$/);
    }
  });
});

describe('the paper of NIST SP 800-190', () => {
  it('counts countermeasures alone, each risk standing beside what answers it', async () => {
    const sections = await paperOf('nist-800-190');
    const risks = wordsIn(sections, 'risks').filter(({ length }) => length === 2);
    expect(risks.length).toBeGreaterThan(20);
    for (const [risk = '', answer = ''] of risks) {
      expect(answer.split(' ')[0]).toBe(risk.split(' ')[0]?.replace('3', '4').replace('†', ''));
    }
  });
});

describe('the paper of SOC 2', () => {
  it('goes by criterion, control, test and result, with the period that is examined and the time that scans cover', async () => {
    const period = { from: '2026-01-01', to: '2026-06-30' };
    const sections = await paperOf('soc2-tsc', { period });
    expect(wordsIn(sections, 'assessed')).toContainEqual([
      'Period under examination',
      '1 January 2026 to 30 June 2026',
    ]);
    const covered = wordsIn(sections, 'assessed').find(
      ([name]) => name === 'Time that the scans cover',
    );
    expect(covered?.[1]).toMatch(/^one scan, /);
    const rows = wordsIn(sections, 'requirements').filter(({ length }) => length === 4);
    expect(rows.length).toBeGreaterThan(30);
    for (const [, control] of rows) expect(control).toBe('[to fill in: management]');
  });
});

describe('the paper of the CIS benchmark', () => {
  it('counts the passing items of each section by level, of all that the level has', async () => {
    const sections = await paperOf('cis-docker-1.8.0');
    const rows = wordsIn(sections, 'result').filter(
      ([name = '', one = '']) => /^\d /.test(name) && /^(–|\d+ of \d+)$/.test(one),
    );
    const total = rows.reduce(
      (sum, [, one = '']) => sum + Number(/of (\d+)/.exec(one)?.[1] ?? 0),
      0,
    );
    expect(total).toBe(78);
  });
});

describe('the engineer’s document', () => {
  const { sections } = buildDocument(sampleAssessment(), { language: 'en', document: 'engineer' });
  const [first] = sections;

  it('begins with the list of fixes by host, each with a command that checks it', () => {
    expect(first?.anchor).toBe('fixes');
    const rows = rowsIn(first?.blocks ?? []);
    const hosts = rows.filter(({ cells }) => cells.length === 1);
    expect(hosts.length).toBeGreaterThan(0);
    for (const { cells } of rows.filter((row) => row.cells.length > 1)) {
      expect(textOf(cells.at(-1) ?? '')).toMatch(/Check: plimsoll scan --control [a-z0-9-]+$/);
    }
  });
});

describe('what a configuration says for papers', () => {
  it.each([
    [{ mlps: { grade: 'S3' } }, 'must be a level such as S3A3G3'],
    [{ period: { from: '2026-02-01', to: '2026-01-01' } }, 'ends before it begins'],
    [{ iso27001: { inclusion: [{ controls: ['A.8.9'] }] } }, 'says none of risk'],
    [{ payment: { business: 'lottery' } }, 'Invalid option'],
    [{ pci: { merchant: true } }, 'Unrecognized key'],
  ])('refuses %j', (papers, said) => {
    expect(papersSchema.safeParse(papers).error?.message).toContain(said);
  });
});
