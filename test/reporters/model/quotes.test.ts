import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../../src/reporters/documents/build-document.ts';
import { renderHtml } from '../../../src/reporters/html/render-html.ts';
import { buildReport } from '../../../src/reporters/model/build-report.ts';
import { sampleAssessment } from '../../fixtures/assessment.ts';
import { hostileAssessment, hostileTexts } from '../../fixtures/hostile.ts';
import { target } from '../../support/judge.ts';

const lines = Array.from({ length: 60 }, (_, at) => `line ${at + 1}\t<end>`);
const path = 'services/web/Dockerfile';

/** The sample, whose findings all point to these lines of a file. */
const pointing = (...at: readonly number[]) => {
  const sample = sampleAssessment();
  return {
    ...sample,
    quotes: [{ target, path, lines }],
    findings: sample.findings.map((finding) => ({
      ...finding,
      observations: at.map((line) => ({
        path: '/user',
        value: null,
        source: { kind: 'file' as const, path, line },
      })),
    })),
  };
};

const quotesOf = (assessment: ReturnType<typeof pointing>, standing = 'fail') =>
  buildReport(assessment, { language: 'en' })
    .controls.flatMap(({ findings }) => findings)
    .find((finding) => finding.standing === standing)?.quotes;

describe('quotes', () => {
  it('show the line and what stands around it, and nothing beyond the file', () => {
    const [quote] = quotesOf(pointing(1, 9, 60)) ?? [];
    expect(quote?.path).toBe(path);
    expect(quote?.lines.map(({ number }) => number)).toEqual([
      1, 2, 3, 7, 8, 9, 10, 11, 58, 59, 60,
    ]);
    expect(quote?.lines.filter(({ marked }) => marked).map(({ number }) => number)).toEqual([
      1, 9, 60,
    ]);
    expect(quote?.lines.at(-1)?.text).toBe('line 60\t<end>');
  });

  it('show nothing of a line that is not there, of another file, or of what is in order', () => {
    expect(quotesOf(pointing(70))).toEqual([]);
    expect(quotesOf({ ...pointing(1), quotes: [{ target, path: 'other', lines }] })).toEqual([]);
    expect(quotesOf({ ...pointing(1), quotes: [{ target: 'other', path, lines }] })).toEqual([]);
    expect(quotesOf(pointing(1), 'pass')).toEqual([]);
  });

  it('stand in the page as text, the lines in question marked', () => {
    const page = renderHtml(buildDocument(pointing(1, 9), { language: 'en' }));
    expect(page).toContain('<mark><b>9</b> line 9\t&lt;end&gt;</mark>\n<b>10</b> line 10');
    expect(page).toContain('<b>3</b> line 3\t&lt;end&gt;\n⋯\n<b>7</b>');
  });

  it('are harmless whatever stands in the file', () => {
    const page = renderHtml(buildDocument(hostileAssessment(), { language: 'en' }));
    const quoted = /<figure class="quote">[^]*?<\/figure>/.exec(page)?.[0] ?? '';
    expect(quoted).toContain('invoice⟨U+202E⟩fdp.exe');
    expect(quoted).toContain('&lt;script&gt;');
    expect(quoted).not.toContain(hostileTexts.script);
    expect(quoted).not.toMatch(/\p{Cs}|(?![\n\t])\p{Cc}/u);
  });
});
