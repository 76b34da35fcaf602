import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtin } from '../../../src/controls/registry/builtin.ts';
import { assess } from '../../../src/core/assessment/assess.ts';
import type { Assessment } from '../../../src/core/assessment/assessment.ts';
import { parseSnapshot } from '../../../src/core/snapshot/parse-snapshot.ts';
import { builtinKinds } from '../../../src/core/subjects/kinds.ts';
import { builtinFrameworks } from '../../../src/frameworks/registry/registry.ts';
import type { Block, BlockOf, Section } from '../../../src/reporters/document/blocks/block.ts';
import { placesOf } from '../../../src/reporters/document/blocks/places.ts';
import { buildDocument } from '../../../src/reporters/documents/build-document.ts';
import { buildReport } from '../../../src/reporters/model/build-report.ts';
import { renderHtml } from '../../../src/reporters/html/render-html.ts';
import { sampleAssessment, statedAssessment } from '../../fixtures/assessment.ts';
import { sampleFramework } from '../../fixtures/sample-framework.ts';
import { tool } from '../../support/judge.ts';

const example = new URL('../../../examples/recorded/snapshot.json', import.meta.url);
const snapshot = parseSnapshot(JSON.parse(readFileSync(example, 'utf8')), builtinKinds);
const annexOf = (...own: readonly string[]) => [
  'scope',
  ...own,
  'result',
  'requirements',
  'failures',
  'controls',
];
const before = ['unseen', 'accepted', 'needs', 'conclusion'];
const common = [...before, ...annexOf()];
const beforePci = ['unseen', 'accepted', 'worksheets', 'needs', 'conclusion'];
const pci = [...beforePci, ...annexOf('assessed', 'sampling')];
const pci4 = [
  'unseen',
  'accepted',
  'worksheets',
  'customized',
  'needs',
  'conclusion',
  ...annexOf('assessed', 'sampling'),
  'appendices',
];
const cases = await Promise.all(
  (
    [
      ['cis-docker-1.6.0', common],
      ['cis-docker-1.8.0', common],
      ['pci-dss-3.1', pci],
      ['pci-dss-4.0.1', pci4],
      ['iso-27001-2013', [...before, ...annexOf('assessed')]],
      ['iso-27001-2022', [...before, ...annexOf('assessed')]],
      ['nist-800-190', [...common, 'risks']],
      ['nist-800-53-r5', [...before, ...annexOf('assessed')]],
      ['soc2-tsc', [...before, ...annexOf('assessed')]],
    ] as const
  ).map(async ([id, order]) => {
    const mapped = await builtinFrameworks[id].load();
    const assessment = assess(snapshot, { catalog: builtin, frameworks: [mapped], tool });
    return { id, order, assessment };
  }),
);

const tablesIn = (block: Block): readonly BlockOf<'table'>[] =>
  block.kind === 'table' ? [block] : block.kind === 'section' ? block.blocks.flatMap(tablesIn) : [];
const barsIn = (block: Block): readonly BlockOf<'bars'>[] =>
  block.kind === 'bars' ? [block] : block.kind === 'section' ? block.blocks.flatMap(barsIn) : [];
const sectionOf = (sections: readonly Section[], anchor: string): Section => {
  const found = sections.find((section) => section.anchor === anchor);
  if (!found) throw new Error(`There is no section ${anchor}.`);
  return found;
};

describe.each(cases)('the document of $id', ({ id, order, assessment }) => {
  const counted = buildReport(assessment, { language: 'en', frameworkId: id }).requirements.filter(
    ({ group }) => !group,
  );
  const { sections } = buildDocument(assessment, { language: 'en', frameworkId: id });

  it('has its sections in the order of a reader’s questions', () => {
    const anchors = sections.map(({ anchor }) => anchor);
    expect(anchors.filter((anchor) => anchor !== 'subjects' && anchor !== 'reading')).toEqual([
      'summary',
      'failed',
      ...order,
    ]);
  });

  it('shows every requirement once, and counts as many as the assessment', () => {
    const rows = sections
      .filter(({ anchor }) => anchor === 'requirements')
      .flatMap(tablesIn)
      .flatMap((table) => table.rows);
    const shown = rows.filter(({ group }) => group !== true).map(({ anchor }) => anchor);
    expect(shown).toHaveLength(counted.length);
    expect(new Set(shown).size).toBe(counted.length);
    const [matrix] = barsIn(sectionOf(sections, 'result'));
    const numbers = matrix?.rows.flatMap(({ counts }) => counts) ?? [];
    expect(numbers.reduce((sum, count) => sum + count, 0)).toBe(counted.length);
    expect(new Set(matrix?.parts.map(({ look }) => look)).size).toBe(matrix?.parts.length);
  });

  it.each(['en', 'zh'] as const)('resolves its evidence and claims nothing, in %s', (language) => {
    const document = buildDocument(assessment, { language, frameworkId: id });
    const { anchors, targets } = placesOf(document.sections);
    const evidence = [...targets].filter((target) => target.startsWith('evidence-'));
    expect(evidence.length).toBeGreaterThan(5);
    for (const target of evidence) expect(anchors).toContain(target);
    // A standard may have a requirement that is about it.
    const titles = assessment.frameworks
      .flatMap(({ requirements }) => requirements.map(({ title }) => title[language]))
      .filter((title) => /compliant|合规/i.test(title));
    const page = titles.reduce((text, title) => text.replaceAll(title, ''), renderHtml(document));
    expect(page).not.toMatch(/\bcompliant\b|合规/i);
  });
});

describe.each([
  ['cis-docker-1.6.0', { '1': 77, '2': 31, swarm: 9, automated: 21, manual: 96 }],
  ['cis-docker-1.8.0', { '1': 78, '2': 31, swarm: 9, automated: 23, manual: 95 }],
] as const)('the document of %s', (id, counts) => {
  const assessment = cases.find((each) => each.id === id)?.assessment ?? sampleAssessment();
  const { sections } = buildDocument(assessment, { language: 'en', frameworkId: id });
  const textOf = (content: unknown): string => JSON.stringify(content);

  it('counts each level and each mark of the benchmark, and how its items came out', () => {
    const profiles = tablesIn(sectionOf(sections, 'result')).find(
      ({ caption }) => caption === 'Results by level and mark',
    );
    const rows = profiles?.rows.map(({ cells: [, ...numbers] }) =>
      numbers.map((each) => Number(/\d+/.exec(textOf(each))?.[0])),
    );
    expect(rows?.map(([all]) => all)).toEqual(Object.values(counts));
    for (const [all, ...results] of rows ?? []) {
      expect(results.reduce((sum, count) => sum + count, 0)).toBe(all);
    }
  });

  it('tells what waits for a person from what could not be read', () => {
    const rows = tablesIn(sectionOf(sections, 'requirements')).flatMap((table) => table.rows);
    const cellsOf = (item: string): string =>
      textOf(rows.find(({ anchor }) => anchor === `requirement-${item}`)?.cells);
    expect(cellsOf('1.2.1')).toContain('Manual check: answer needed');
    expect(cellsOf('4.3')).toContain('"Unknown"');
    expect(cellsOf('1.1.3')).toMatch(/Level 1.*Automated.*"Fail"/);
    expect(cellsOf('7.1')).toMatch(/Level 1, Swarm.*Manual.*Nothing to judge/);
  });
});

describe('a Statement of Applicability', () => {
  const rowsOf = (assessment: Assessment) => {
    const page = renderHtml(
      buildDocument(assessment, {
        language: 'en',
        frameworkId: sampleFramework.id,
        document: 'iso-27001',
      }),
    );
    return (id: string): string =>
      new RegExp(`<tr id="requirement-${id}".*?</tr>`, 's').exec(page)?.[0] ?? '';
  };
  const sample = sampleAssessment();
  const sampleRow = rowsOf(sample);
  const statedRow = rowsOf(statedAssessment());

  it('excludes what a person stated with a reason, and names its owner', () => {
    for (const shown of ['Excluded', 'No room of ours.', 'Li Wei']) {
      expect(statedRow('2.4')).toContain(shown);
    }
  });

  it('keeps what was stated not to apply while a control failed', () => {
    for (const shown of ['Applicable', 'Partly implemented', 'conflict']) {
      expect(statedRow('1.1')).toContain(shown);
    }
    expect(statedRow('1.1')).not.toContain('Excluded');
  });

  it('names the person whose statement counts, and no other', () => {
    expect(sampleRow('2.2')).toContain('Zhao Min');
    expect(sampleRow('2.2')).toContain('31 August 2027');
    // There a file was changed since.
    expect(statedRow('2.2')).not.toContain('Zhao Min');
  });

  it('leaves a place where nobody is known', () => {
    expect(sampleRow('2.1')).toMatch(/<td[^>]*><\/td><\/tr>$/);
  });

  it('names the owner of a waiver that accepts a failure', () => {
    const accepting = sample.waivers.filter(({ accepts }) => accepts > 0);
    expect(accepting.length).toBeGreaterThan(0);
    for (const { waiver } of accepting) {
      const concerned = sample.frameworks.flatMap(({ requirements }) =>
        requirements.filter(({ controls }) =>
          controls.some(
            ({ id, live, shows }) => live && shows !== 'context' && id === waiver.control,
          ),
        ),
      );
      for (const { id } of concerned) expect(sampleRow(id)).toContain(waiver.owner);
    }
  });
});
