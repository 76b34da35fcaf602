import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../../../src/reporters/documents/build-document.ts';
import { unitOf } from '../../../../src/reporters/documents/mlps/units.ts';
import { assessedBy, paperOf, textOf, wordsIn } from '../../../support/papers.ts';

const id = 'gbt-22239-2019';

/** The anchors of a paper’s sections, after a template. */
const anchorsOf = async (template: '2021' | '2025' | undefined) =>
  (await paperOf(id, template ? { mlps: { template } } : {})).map(({ anchor }) => anchor);

describe('the paper of 等保', () => {
  it('takes grade and filing from the configuration, and leaves fields for the rest', async () => {
    const rows = wordsIn(
      await paperOf(id, { mlps: { grade: 'S3A3G3' }, entity: { name: '甲公司' } }, 'zh'),
      'assessed',
    );
    expect(rows).toContainEqual(['定级结果', 'S3A3G3（第3级）']);
    expect(rows).toContainEqual(['备案证明编号', '【待填写：被测单位】']);
    expect(rows).toContainEqual(['单位名称', '甲公司']);
  });

  it('names the unit of an item of level 3 and its methods, and marks what one source alone has', async () => {
    const rows = wordsIn(await paperOf(id), 'requirements').map(([name = '']) => name);
    expect(rows.find((each) => each.startsWith('8.1.4.1 a)'))).toContain('L3-CES1-01 · ');
    expect(rows.find((each) => each.startsWith('8.1.3.1 a)'))).toContain('L3-ABS1-01† · ');
    expect(unitOf('8.1.4.4 a)')?.id).toBe('L3-CES1-17');
    const ofTwo = wordsIn(await paperOf('gbt-22239-2008'), 'requirements');
    expect(JSON.stringify(ofTwo)).not.toContain('L3-');
  });

  it('leaves units, the whole and risks to the assessor, with the share that is met of what applies', async () => {
    const sections = await paperOf(id);
    for (const anchor of ['units', 'overall', 'risks', 'major-risks']) {
      for (const row of wordsIn(sections, anchor)) {
        expect(row.at(-1)).toContain('[to fill in: assessment body]');
      }
    }
    for (const [, rate = ''] of wordsIn(sections, 'units')) {
      expect(rate).toMatch(/^[\d,]+ of [\d,]+$/);
    }
  });

  it('has the list of 重大风险隐患 in the template of 2025 alone, and the words of either for the conclusion', async () => {
    expect(await anchorsOf(undefined)).toContain('major-risks');
    expect(await anchorsOf('2025')).toContain('major-risks');
    expect(await anchorsOf('2021')).not.toContain('major-risks');
    const assessment = await assessedBy(id, { mlps: { template: '2021' } });
    const { sections } = buildDocument(assessment, { language: 'zh', frameworkId: id });
    const [signature] = sections.find(({ anchor }) => anchor === 'conclusion')?.blocks ?? [];
    if (signature?.kind !== 'signature') throw new Error('no place for a conclusion');
    expect(textOf(signature.statement)).toContain('优、良、中、差');
    expect(signature.lines.every(({ value }) => value === undefined)).toBe(true);
  });
});
