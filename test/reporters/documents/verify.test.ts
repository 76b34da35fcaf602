import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { buildDocument } from '../../../src/reporters/documents/build-document.ts';
import { documents } from '../../../src/reporters/documents/registry.ts';
import { renderHtml } from '../../../src/reporters/html/render-html.ts';
import type { ReportOptions } from '../../../src/reporters/options/report-options.ts';
import { renderPdf } from '../../../src/reporters/pdf/render-pdf.ts';
import { sampleAssessment } from '../../fixtures/assessment.ts';
import { describeWithPdfTools, readPdf } from '../../support/pdf-tools.ts';

const assessment = sampleAssessment();
const titles = { en: 'Verify this evidence', zh: '核验本证据' } as const;
const ofBundle = {
  bundleSha256: 'ab'.repeat(32),
  verification: {
    signed: true,
    keyId: 'cd'.repeat(32),
    verify: 'plimsoll verify <b>.plimsoll --key KEY.pub',
    cosign: 'unzip -o x && cosign verify-blob-attestation',
  },
} as const satisfies Partial<ReportOptions>;

describe.each(documents.map(({ id }) => id))('%s', (document) => {
  it.each(['en', 'zh'] as const)('says how the evidence is verified, in %s', (language) => {
    const page = renderHtml(buildDocument(assessment, { language, document, ...ofBundle }));
    expect(page).toContain(titles[language]);
    expect(page).toContain('plimsoll verify &lt;b&gt;.plimsoll --key KEY.pub');
    expect(page).toContain('unzip -o x &amp;&amp; cosign verify-blob-attestation');
    expect(page).toContain(ofBundle.verification.keyId);
    const [cover = ''] = page.split('<main');
    expect(cover).toContain(ofBundle.bundleSha256);
  });

  it('says nothing of it where there is no bundle, and no cosign where nobody signed', () => {
    const none = renderHtml(buildDocument(assessment, { language: 'en', document }));
    expect(none).not.toContain(titles.en);
    const verification = { signed: false, verify: 'plimsoll verify x' };
    const unsigned = renderHtml(
      buildDocument(assessment, { language: 'en', document, verification }),
    );
    expect(unsigned).toContain('plimsoll verify x');
    expect(unsigned).toContain('that is not signed');
    expect(unsigned).not.toContain('cosign');
  });
});

describeWithPdfTools('as PDF', () => {
  it.each(['en', 'zh'] as const)('in %s', async (language) => {
    const folder = await mkdtemp(join(tmpdir(), 'plimsoll-verify-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const path = join(folder, 'report.pdf');
    await writeFile(
      path,
      await renderPdf(
        buildDocument(assessment, { language, ...ofBundle }),
        { assessment: '{}' },
        {},
      ),
    );
    const words = readPdf('pdftotext', path);
    expect(words).toContain(titles[language]);
    // A long word has places at which it may break.
    const run = words.replaceAll(/[\s\u200B\u00AD]/g, '');
    expect(run.split(ofBundle.bundleSha256)).toHaveLength(3);
    expect(run).toContain('unzip-ox&&cosignverify-blob-attestation');
  });
});
