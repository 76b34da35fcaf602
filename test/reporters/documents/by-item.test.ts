import { describe, expect, it } from 'vitest';
import { emptyTally } from '../../../src/core/assessment/tally.ts';
import { judgeFramework } from '../../../src/core/assessment/judge-framework.ts';
import { builtinFrameworks } from '../../../src/frameworks/registry/registry.ts';
import type { Block, Row } from '../../../src/reporters/document/blocks/block.ts';
import type { Content } from '../../../src/reporters/document/blocks/content.ts';
import { buildDocument } from '../../../src/reporters/documents/build-document.ts';
import { renderHtml } from '../../../src/reporters/html/render-html.ts';
import { buildReport } from '../../../src/reporters/model/build-report.ts';
import { sampleAssessment } from '../../fixtures/assessment.ts';
import { sampleFramework } from '../../fixtures/sample-framework.ts';

const assessment = sampleAssessment();
const frameworkId = sampleFramework.id;
const report = buildReport(assessment, { language: 'en', frameworkId });
const documentOf = (document: string) =>
  buildDocument(assessment, { language: 'en', frameworkId, document });

/** All rows of tables in a section. */
const rowsOf = (blocks: readonly Block[]): readonly Row[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'section') return rowsOf(block.blocks);
    return block.kind === 'table' ? block.rows : [];
  });

/** The words of a cell. */
function textOf(content: Content): string {
  if (typeof content === 'string') return content;
  if (!('kind' in content)) return content.map(textOf).join('');
  if (content.kind === 'lines') return content.lines.map(textOf).join('\n');
  return 'text' in content ? textOf(content.text) : '';
}

const sectionOf = (document: string, anchor: string): readonly Block[] =>
  documentOf(document).sections.find((section) => section.anchor === anchor)?.blocks ?? [];

/** The matrix of 等保, which stands behind the drawing by class. */
const matrixOf = () =>
  rowsOf(sectionOf('mlps', 'result').slice(0, 2))
    .filter(({ group }) => !group)
    .map(({ cells }) => cells.map(textOf));

describe.each(['mlps', 'jrt'])('the document %s', (document) => {
  it('keeps the order of an assessor’s questions, with a conclusion that is left open', () => {
    const { sections } = documentOf(document);
    expect(sections.map(({ anchor }) => anchor)).toEqual([
      'summary',
      'failed',
      'failures',
      'unseen',
      'accepted',
      'needs',
      'conclusion',
      'scope',
      'assessed',
      'result',
      'requirements',
      ...(document === 'mlps' ? ['units', 'overall', 'risks'] : []),
      'subjects',
      'controls',
      'reading',
    ]);
    const [signature] = sectionOf(document, 'conclusion');
    if (signature?.kind !== 'signature') throw new Error('no place for a conclusion');
    expect(signature.lines.filter(({ value }) => value !== undefined)).toEqual([]);
  });

  it('has every requirement once, and each piece of evidence that it refers to', () => {
    const page = renderHtml(documentOf(document));
    for (const { anchor } of report.requirements) {
      expect(page.split(`id="${anchor}"`)).toHaveLength(2);
    }
    const used = Array.from(page.matchAll(/href="#evidence-(\d+)">\[E(\d+)\]/g));
    expect(used.length).toBeGreaterThan(2);
    for (const [, place, number] of used) {
      expect(place).toBe(number);
      expect(page).toContain(`id="evidence-${place}"`);
    }
  });

  it('lists a problem for each control that failed and decides, accepted or not, with its advice', () => {
    const decides = new Set(
      report.requirements.flatMap(({ controls }) =>
        controls.filter((each) => each.decides && each.live).map(({ id }) => id),
      ),
    );
    const failed = report.controls.filter(
      ({ id, findings }) =>
        decides.has(id) &&
        findings.some(({ standing }) => ['fail', 'waived', 'compensated'].includes(standing)),
    );
    const rows = rowsOf(sectionOf(document, 'failures'));
    const advice = rows.map(({ cells }) => textOf(cells.at(-1) ?? ''));
    expect(advice.toSorted()).toEqual(failed.map(({ remediation }) => remediation).toSorted());
    expect(rows.map(({ anchor }) => anchor)).toEqual(failed.map((_, at) => `problem-${at + 1}`));
  });
});

describe('the matrix of 等保', () => {
  it('counts what stands item by item', () => {
    const items = report.requirements.filter(({ group }) => !group);
    const matrix = matrixOf();
    expect(matrix.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(items.length);
    const shown = rowsOf(sectionOf('mlps', 'requirements')).map(({ cells }) =>
      textOf(cells[1] ?? ''),
    );
    const words = ['Met', 'Partly met', 'Not met', 'Not applicable', 'Nothing to judge'];
    for (const [at, word] of [...words, 'Incomplete', 'Undecided'].entries()) {
      const lines = shown.flatMap((cell) => cell.split('\n'));
      const counts = lines.map((line) => new RegExp(`^${word} (\\d+): `).exec(line)?.[1] ?? 0);
      const listed = counts.reduce<number>((sum, count) => sum + Number(count), 0);
      expect(matrix.reduce((sum, cells) => sum + Number(cells[at + 2]), 0)).toBe(listed);
    }
  });

  it('gives no score', () => {
    expect(renderHtml(documentOf('mlps'))).not.toMatch(/\d\s*(points|分)/);
  });
});

/** The sample, by one edition of JR/T 0122: what the host shows passes, and all else fails. */
async function byJrt(id: 'jrt-0122-2014' | 'jrt-0122-2018') {
  const mapped = await builtinFrameworks[id].load();
  const judged = judgeFramework(mapped, {
    tallyOf: (control) => ({
      ...emptyTally(),
      ...(control.startsWith('host-') ? { pass: 1 } : { fail: 1 }),
    }),
    paramsOf: () => ({}),
    attestations: [],
    at: '2026-11-24T12:00:00Z',
  });
  const of = { ...assessment, frameworks: [judged] };
  const options = { language: 'en', frameworkId: id } as const;
  const [byChapter] =
    buildDocument(of, options).sections.find(({ anchor }) => anchor === 'result')?.blocks ?? [];
  if (byChapter?.kind !== 'section') throw new Error('no results by chapter');
  return { requirements: buildReport(of, options).requirements, blocks: byChapter.blocks };
}

describe('the matrix of JR/T 0122', () => {
  it('counts each item once at the top, by its status', async () => {
    const { requirements, blocks } = await byJrt('jrt-0122-2014');
    // Chapters 1 to 5 have nothing to test.
    const tops = requirements
      .filter(({ depth, id }) => depth === 0 && Number(id) > 5)
      .map(({ id }) => id);
    const rows = rowsOf(blocks)
      .map(({ cells }) => cells.map(textOf))
      .filter(([name]) => tops.includes(name?.split(' ')[0] ?? ''));
    expect(rows).toHaveLength(tops.length);
    const total = (at: number): number => rows.reduce((sum, cells) => sum + Number(cells[at]), 0);
    const items = requirements.filter(({ group }) => !group);
    const having = (...statuses: readonly string[]): number =>
      items.filter(({ status }) => statuses.includes(status)).length;
    expect(total(1)).toBe(items.length);
    expect(total(2)).toBe(having('satisfied'));
    expect(total(3)).toBe(
      having('not-satisfied', 'accepted-with-waiver', 'accepted-with-compensating-control'),
    );
    expect(total(3)).toBeGreaterThan(0);
    expect(total(4)).toBe(having('not-applicable'));
    expect(total(5)).toBe(having('supported', 'weakened'));
  });
  it('is the drawing alone, which has the same figures, where there are only chapters', async () => {
    const { requirements, blocks } = await byJrt('jrt-0122-2018');
    expect(blocks.map(({ kind }) => kind)).toEqual(['bars', 'paragraph']);
    const [drawing] = blocks;
    if (drawing?.kind !== 'bars') throw new Error('no drawing');
    expect(drawing.rows.map(({ label }) => label.split(' ')[0])).toEqual(['7', '8', '9', '10']);
    const drawn = drawing.rows.flatMap(({ counts }) => counts).reduce((sum, each) => sum + each, 0);
    expect(drawn).toBe(requirements.filter(({ group }) => !group).length);
  });
});
