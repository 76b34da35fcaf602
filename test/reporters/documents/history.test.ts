import { describe, expect, it } from 'vitest';
import type { Block, Section } from '../../../src/reporters/document/blocks/block.ts';
import { buildDocument } from '../../../src/reporters/documents/build-document.ts';
import { documents } from '../../../src/reporters/documents/registry.ts';
import { renderHtml } from '../../../src/reporters/html/render-html.ts';
import { sampleAssessment } from '../../fixtures/assessment.ts';
import { sampleHistory } from '../../fixtures/history.ts';
import { sampleFramework } from '../../fixtures/sample-framework.ts';

const assessment = sampleAssessment();
const frameworkId = sampleFramework.id;
const build = (document: string, history = sampleHistory) =>
  buildDocument(assessment, { language: 'en', frameworkId, document, history });
const blocksIn = (block: Block): readonly Block[] =>
  block.kind === 'section' ? [block, ...block.blocks.flatMap(blocksIn)] : [block];
const trendIn = (sections: readonly Section[]) =>
  sections.flatMap(blocksIn).filter((block) => block.kind === 'trend');

describe.each(documents.map(({ id }) => id))('%s, with a ledger', (document) => {
  it('shows the course of failures once, with its numbers', () => {
    const { sections } = build(document);
    const [trend, ...more] = trendIn(sections);
    expect(more).toEqual([]);
    expect(trend?.rows.map(({ counts }) => counts)).toEqual(
      sampleHistory.points.map(({ counts: { critical, high, medium, low } }) => [
        critical,
        high,
        medium,
        low,
      ]),
    );
    expect(renderHtml({ ...build(document) })).toContain('Failures went from 15 on');
  });

  it('has none without one', () => {
    const { sections } = buildDocument(assessment, { language: 'en', frameworkId, document });
    expect(trendIn(sections)).toEqual([]);
  });
});

describe('a ledger with one scan', () => {
  it('is no course of things, and is not drawn', () => {
    const points = sampleHistory.points.slice(0, 1);
    const page = renderHtml(build('general', { ...sampleHistory, points }));
    expect(page).toContain('Failures over time');
    expect(page).not.toContain('Failures went from');
    expect(page).not.toContain('<polygon');
    expect(renderHtml(build('general'))).toContain('<polygon');
  });
});

describe('the period of SOC 2', () => {
  const page = renderHtml(build('soc2'));
  const section = /<section id="period">[^]*?<\/section>/.exec(page)?.[0] ?? '';
  const rowOf = (id: string): string =>
    new RegExp(
      `<tr><th scope="row"[^>]*><a class="id" href="#requirement-${id}".*?</tr>`,
      's',
    ).exec(section)?.[0] ?? '';

  it('tells for each criterion what its tests came to', () => {
    expect(rowOf('1.1')).toContain('Exceptions');
    expect(rowOf('1.1')).toContain('failed at 3 of 5 scans, unaccepted for 47 d');
    expect(rowOf('1.2')).toContain('No exceptions');
    // What management accepted is an exception all the same.
    expect(rowOf('1.3')).toContain('Exceptions');
    expect(rowOf('1.4')).toContain('Not tested');
    expect(rowOf('1.1')).toContain('Controls tested: 1 of 2');
  });

  it('lists the exceptions by control with when they were, and how long nobody looked', () => {
    expect(section).toContain('5 September 2026, 12:00 UTC to 22 October 2026, 12:00 UTC');
    expect(section).toContain('32 d, from 20 September 2026');
    expect(section).not.toContain('Failing at the last scan');
  });

  it('is in no document without a ledger, and the report says how to get it', () => {
    const without = renderHtml(
      buildDocument(assessment, { language: 'en', document: 'soc2', frameworkId }),
    );
    expect(without).not.toContain('id="period"');
    expect(without).toContain('--ledger plimsoll.db --period 90d');
  });
});
