import { describe, expect, it } from 'vitest';
import { papersSchema } from '../../../../src/core/snapshot/papers.ts';
import { links } from '../../../../src/frameworks/nist-800-53-r5/mapping.ts';
import { speaker } from '../../../../src/reporters/locale/translate.ts';
import { buildReport } from '../../../../src/reporters/model/build-report.ts';
import { printShort } from '../../../../src/reporters/document/print-short.ts';
import { buildDocument } from '../../../../src/reporters/documents/build-document.ts';
import { statementLines } from '../../../../src/reporters/documents/nist/statements.ts';
import { statementsOf } from '../../../../src/reporters/documents/nist/determination-statements.ts';
import { sampleAssessment } from '../../../fixtures/assessment.ts';
import { assessedBy, paperOf, rowsIn, textOf, wordsIn } from '../../../support/papers.ts';

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

describe('the determination statements of NIST SP 800-53A', () => {
  const mapped = [...new Set(links.map(([, requirement]) => requirement))];
  const labelsOf = (words: string) =>
    Array.from(words.matchAll(/\u25A1\u00A0(\S+)/g), ([, label]) => label);

  it('are known by label for every control that something shows, each label of its own control', () => {
    const all = mapped.flatMap((id) => statementsOf(id));
    expect(new Set(all).size).toBe(all.length);
    for (const id of mapped) {
      const padded = id.replaceAll(/\d+/g, (digits) => digits.padStart(2, '0'));
      expect([id, statementsOf(id)]).not.toEqual([id, []]);
      for (const label of statementsOf(id)) {
        expect([label, label.startsWith(padded)]).toEqual([label, true]);
        expect(label.slice(padded.length)).toMatch(
          /^(([a-z]\.|\([a-z]\))(\d\d|\(\d\d\))?)?(\[\d\d\])?$/,
        );
      }
    }
  });

  it('are read from ranges', () => {
    expect(statementsOf('RA-5').join(' ')).toBe(
      'RA-05a.[01] RA-05a.[02] RA-05b. RA-05b.01 RA-05b.02 RA-05b.03 RA-05c. RA-05d. RA-05e. RA-05f.',
    );
    expect(statementsOf('AC-6(1)').join(' ')).toBe(
      'AC-06(01)(a)[01] AC-06(01)(a)[02] AC-06(01)(a)[03] AC-06(01)(b)',
    );
    expect(statementsOf('AC-6')).toEqual(['AC-06']);
    expect(statementsOf('SA-8').at(-1)).toBe('SA-08[10]');
    expect(statementsOf('AC-1')).toEqual([]);
  });

  it.each(['en', 'zh'] as const)('stand in the paper with a box each, in %s', async (language) => {
    const rows = wordsIn(await paperOf('nist-800-53-r5', {}, language), 'requirements');
    const byControl = new Map(
      rows
        .filter(({ length }) => length === 4)
        .map(([label = '', cell = '']) => [label.split(' ')[0] ?? '', labelsOf(cell)]),
    );
    for (const id of mapped) expect([id, byControl.get(id)]).toEqual([id, statementsOf(id)]);
    expect(byControl.get('AC-1')).toEqual([]);
  });

  it('are said not to be listed where a control has evidence and no labels here', async () => {
    const assessment = await assessedBy('nist-800-53-r5');
    const report = buildReport(assessment, { language: 'en', frameworkId: 'nist-800-53-r5' });
    const mappedEntries = report.requirements.filter(({ id }) => id === 'AC-2');
    const said = mappedEntries.map((entry) =>
      statementLines({ ...entry, id: 'AC-1' }, speaker('en'))
        .map(textOf)
        .join(),
    );
    expect(said).toEqual(['The determination statements of this control are not listed here.']);
  });

  it('are on paper too where the row of their control is not', async () => {
    const assessment = await assessedBy('nist-800-53-r5');
    const whole = buildDocument(assessment, { language: 'en', frameworkId: 'nist-800-53-r5' });
    const paper = wordsIn(printShort(whole).sections, 'requirements').flat().flatMap(labelsOf);
    const all = mapped.flatMap((id) => statementsOf(id));
    expect(paper).toHaveLength(all.length);
    expect(new Set(paper)).toEqual(new Set(all));
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
