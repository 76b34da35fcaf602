import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Checks } from '../../../src/core/controls/checks.ts';
import { buildDocument } from '../../../src/reporters/documents/build-document.ts';
import { documents } from '../../../src/reporters/documents/registry.ts';
import { renderHtml } from '../../../src/reporters/html/render-html.ts';
import type { DocumentOptions } from '../../../src/reporters/documents/document-options.ts';
import { renderPdf } from '../../../src/reporters/pdf/render-pdf.ts';
import { sampleAssessment } from '../../fixtures/assessment.ts';
import { describeWithPdfTools, readPdf } from '../../support/pdf-tools.ts';

const assessment = sampleAssessment();
const ids = assessment.catalog.controls.map(({ id }) => id);
const [located = '', looped = ''] = ids;
const hash = (letter: string): string => letter.repeat(64);
const own =
  'const bad = (w) => w.a < 1;\n</pre><script>alert(1)</script>\ncheck: (w) => !bad(w),\n';

const checks = (text = own): Checks => {
  const control = { kind: 'workload', params: {}, place: 'catalog "sample"' };
  const source = { file: 'own.ts', line: 3, sha256: hash('a'), imports: ['help.ts'] };
  return {
    kind: 'plimsoll/checks',
    version: '1.1',
    catalog: { id: 'sample', version: '1.0.0' },
    controls: [
      { id: located, ...control, source: { from: 'project', ...source } },
      {
        id: looped,
        ...control,
        source: { from: 'runtime', why: 'not-found', text: '(w) => w.b > 2', sha256: hash('c') },
      },
    ],
    files: [
      { path: 'help.ts', sha256: hash('b'), text: 'export const help = 1;', redacted: 2 },
      { path: 'own.ts', sha256: hash('a'), text },
    ],
  };
};
const page = (options: Partial<DocumentOptions>): string =>
  renderHtml(buildDocument(assessment, { language: 'en', ...options }));

describe.each(documents.map(({ id }) => id))('%s', (document) => {
  it('shows the code of each check, and where it stands', () => {
    const shown = page({ document, sources: { checks: checks(), asFound: false } });
    expect(shown).toContain('The code that judged');
    expect(shown).toContain('own.ts:3');
    for (const letter of 'abc') expect(shown).toContain(hash(letter));
    expect(shown).toContain('const bad = (w) =&gt; w.a &lt; 1;\n&lt;/pre&gt;&lt;script&gt;');
    expect(shown).toContain('<mark>check: (w) =&gt; !bad(w),</mark>\n');
    expect(shown).toContain('(w) =&gt; w.b &gt; 2');
    expect(shown).toContain('Made by other code');
    expect(shown).toContain('Values hidden because they look like secrets: 2');
  });

  it('says nothing of it where nobody handed it over', () => {
    expect(page({ document })).not.toContain('The code that judged');
  });
});

describe('the code in a document', () => {
  it('is told apart from what was only found when the document was made', () => {
    const judged = 'This is the code that judged each control';
    const found = 'This is the code found when this document was made';
    const told = page({ sources: { checks: checks(), asFound: false } });
    const later = page({ sources: { checks: checks(), asFound: true } });
    expect([told.includes(judged), told.includes(found)]).toEqual([true, false]);
    expect([later.includes(judged), later.includes(found)]).toEqual([false, true]);
  });

  it('keeps the page in bounds, with a note', () => {
    const long = page({ sources: { checks: checks('x'.repeat(5_000_000)), asFound: false } });
    expect(long).toContain('Too long to show here');
    expect(long.length - page({}).length).toBeLessThan(10_000);
  });
});

describeWithPdfTools('as PDF', () => {
  it.each([
    ['en', 'The code that judged'],
    ['zh', '判定所用代码'],
  ] as const)('in %s', async (language, title) => {
    const folder = await mkdtemp(join(tmpdir(), 'plimsoll-sources-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const path = join(folder, 'report.pdf');
    const options = { language, sources: { checks: checks(), asFound: false } };
    const document = buildDocument(assessment, options);
    await writeFile(path, await renderPdf(document, { assessment: '{}' }, { annex: 'full' }));
    const text = readPdf('pdftotext', path);
    for (const wanted of [title, 'own.ts:3', hash('a'), hash('c')]) {
      expect(text.replaceAll(/[\s\u200B]/g, '')).toContain(wanted.replaceAll(/\s/g, ''));
    }
    // On paper the text of files is left to the bundle.
    expect(text).not.toContain('w.a < 1');
  });
});
