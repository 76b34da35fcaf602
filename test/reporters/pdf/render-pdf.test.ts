import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Assessment } from '../../../src/core/assessment/assessment.ts';
import type { Language } from '../../../src/core/text.ts';
import { assessmentJson } from '../../../src/core/assessment/assessment-json.ts';
import { buildDocument } from '../../../src/reporters/documents/build-document.ts';
import { buildReport } from '../../../src/reporters/model/build-report.ts';
import type { PdfOptions } from '../../../src/reporters/options/report-options.ts';
import { oscalOptions } from '../../../src/reporters/formats/oscal-options.ts';
import { renderOscalResults } from '../../../src/oscal/results/render-results.ts';
import { renderPdf } from '../../../src/reporters/pdf/render-pdf.ts';
import { typeset } from '../../../src/reporters/pdf/typst-engine.ts';
import { largeAssessment, sampleAssessment, statedAssessment } from '../../fixtures/assessment.ts';
import { sampleHistory } from '../../fixtures/history.ts';
import { hostileAssessment } from '../../fixtures/hostile.ts';
import { sampleFramework, sampleWords } from '../../fixtures/sample-framework.ts';
import { describeWithPdfTools, detach, readPdf } from '../../support/pdf-tools.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-pdf-'));
});
afterAll(() => rm(folder, { recursive: true }));

const render = (
  assessment: Assessment,
  language: Language,
  options: PdfOptions = {},
): Promise<Uint8Array> =>
  renderPdf(
    buildDocument(assessment, { language, frameworkId: sampleFramework.id, words: sampleWords }),
    {
      assessment: assessmentJson(assessment),
      oscal: oscalOf(assessment, language),
    },
    { annex: 'full', ...options },
  );

const oscalOf = (assessment: Assessment, language: Language): string =>
  [
    ...renderOscalResults(assessment, oscalOptions({ language, frameworkId: sampleFramework.id })),
  ].join('');

/** Writes a PDF down and reads its text back, white space and marks for breaking taken out. */
async function textOf(pdf: Uint8Array, name: string): Promise<string> {
  const path = join(folder, `${name}.pdf`);
  await writeFile(path, pdf);
  return squeeze(readPdf('pdftotext', path));
}

const squeeze = (text: string): string => text.replaceAll(/[\s\u200B]+/g, '');

describeWithPdfTools('the PDF', () => {
  it.each(['en', 'zh'] as const)('says what the assessment says, in %s', async (language) => {
    const assessment = sampleAssessment();
    const report = buildReport(assessment, { language, frameworkId: sampleFramework.id });
    const text = await textOf(await render(assessment, language), language);
    const none = report.result.findings.filter(({ count }) => count === 0);
    expect(none.length).toBeGreaterThan(0);
    // What does not occur is named in one line: rows of nothing but zeros hide those that count something.
    const line = none.map(({ label }) => label).join(language === 'en' ? ', ' : '、');
    expect(text).toContain(squeeze(language === 'en' ? `None: ${line}.` : `以下均为 0：${line}。`));
    for (const { label, count, of } of report.result.findings) {
      if (count === 0) continue;
      const figure = language === 'en' ? `${count} of ${of}` : `${count} / ${of}`;
      expect(text).toContain(squeeze(`${label} ${figure}`));
    }
    for (const { controls } of report.failures) {
      for (const { control, findings } of controls) {
        expect(text).toContain(squeeze(control.title));
        expect(text).toContain(squeeze(control.remediation));
        for (const { name, message, observations } of findings) {
          expect(text).toContain(squeeze(name));
          expect(text).toContain(squeeze(message));
          for (const { path, value } of observations) {
            expect(text).toContain(squeeze(`${path} = ${value}`));
          }
        }
      }
    }
    expect(text).toContain(language === 'en' ? 'Page2of' : '第2页，共');
    expect(text).not.toMatch(/complian[ct]|合规/i);
  });

  it.each(['en', 'zh'] as const)('has its summary on one page, in %s', async (language) => {
    const path = join(folder, `summary-${language}.pdf`);
    const document = buildDocument(statedAssessment(), {
      language,
      frameworkId: sampleFramework.id,
      history: sampleHistory,
    });
    const evidence = { assessment: assessmentJson(statedAssessment()) };
    await writeFile(path, await renderPdf(document, evidence, { annex: 'full' }));
    const pages = readPdf('pdftotext', path).split('\f').map(squeeze);
    const [summary = '', scope = ''] = document.sections.map(({ title }, at) =>
      squeeze(`${at + 1} ${title}`),
    );
    // The document is short: it has no contents, and its parts follow one another on a page.
    expect(pages[1]).toContain(summary);
    expect(`${pages[1]}${pages[2]}`).toContain(scope);
  });

  it.each(['en', 'zh'] as const)('shows what people stated, in %s', async (language) => {
    const assessment = statedAssessment();
    const text = await textOf(await render(assessment, language), `stated-${language}`);
    const report = buildReport(assessment, { language, frameworkId: sampleFramework.id });
    const [attestation] = report.attestations;
    const shown = [
      '支付平台',
      report.scope.system?.boundary,
      ...report.scope.notices,
      ...(report.scope.framework?.changes ?? []),
      attestation?.state,
      'duty-roster.xlsx',
      ...report.statements.flatMap(({ reason, owner, state }) => [reason, owner, state]),
      language === 'en' ? 'conflict: stated as not applicable' : '冲突：声明为不适用',
    ];
    expect(report.scope.framework?.changes).toHaveLength(1);
    for (const each of shown) expect(text).toContain(squeeze(each ?? 'missing'));
  });

  it('is PDF/A with real fonts, tagged, and made at the time of the assessment', async () => {
    const path = join(folder, 'info.pdf');
    await writeFile(path, await render(sampleAssessment(), 'zh'));
    const info = readPdf('pdfinfo', path);
    expect(info).toMatch(/Title:\s+容器平台安全评估证据报告 · 示例标准 1\.0/);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/CreationDate:\s+Tue Nov 24 \d\d:00:00 2026/);
    const metadata = (await readFile(path)).toString('latin1');
    expect(metadata).toMatch(/<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>A</);
    const fonts = readPdf('pdffonts', path).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(3);
    for (const font of fonts) expect(font).toMatch(/\s(yes)\s+(yes|no)\s+(yes)\s/);
  });

  it('holds the assessment, and its hash on the cover', async () => {
    const assessment = sampleAssessment();
    const text = await textOf(await render(assessment, 'en'), 'attached');
    const to = join(folder, 'assessment.json');
    detach(join(folder, 'attached.pdf'), 'assessment.json', to);
    const attached = await readFile(to, 'utf8');
    expect(attached).toBe(assessmentJson(assessment));
    expect(text).toContain(createHash('sha256').update(attached).digest('hex'));
    detach(join(folder, 'attached.pdf'), 'oscal.json', to);
    expect(await readFile(to, 'utf8')).toBe(oscalOf(assessment, 'en'));
  });

  it('is PDF/UA-1 on request, tagged and with the same evidence', async () => {
    const path = join(folder, 'ua.pdf');
    const document = buildDocument(statedAssessment(), {
      language: 'zh',
      frameworkId: sampleFramework.id,
      document: 'soc2',
      history: sampleHistory,
    });
    const evidence = { assessment: assessmentJson(statedAssessment()) };
    await writeFile(path, await renderPdf(document, evidence, { pdfStandard: 'ua-1' }));
    expect((await readFile(path)).toString('latin1')).toMatch(/<pdfuaid:part>1</);
    expect(readPdf('pdfinfo', path)).toMatch(/Tagged:\s+yes/);
    // poppler takes this for a syntax error, and says so of each report.
    expect((await readFile(path)).toString('latin1')).not.toContain('/Suspects false');
    // The drawings are named for whoever does not see them.
    const text = await textOf(await readFile(path), 'ua-text');
    for (const drawn of ['未通过项的变化趋势', '按准则类别统计的测试结果']) {
      expect(text).toContain(drawn);
    }
    const to = join(folder, 'ua.json');
    detach(path, 'assessment.json', to);
    expect(await readFile(to, 'utf8')).toBe(assessmentJson(statedAssessment()));
  });

  it('names the bundle that was read on its cover', async () => {
    const bundleSha256 = 'ab12'.repeat(16);
    const assessment = sampleAssessment();
    const document = buildDocument(assessment, { language: 'en', bundleSha256 });
    const pdf = await renderPdf(document, { assessment: assessmentJson(assessment) }, {});
    const text = await textOf(pdf, 'bundle');
    const [cover = ''] = text.split('Contents');
    expect(cover).toContain('SHA-256ofthebundle');
    expect(cover).toContain(bundleSha256);
    // Whoever copies a hash from the cover gets it as it is, without marks for breaking.
    const raw = readPdf('pdftotext', join(folder, 'bundle.pdf'));
    expect(raw).toContain(bundleSha256);
    const attached = createHash('sha256').update(assessmentJson(assessment)).digest('hex');
    expect(raw).toContain(attached);
  });

  it.each(['en', 'zh'] as const)('gives the same bytes twice in %s', async (language) => {
    const once = await render(sampleAssessment(), language);
    const again = await render(sampleAssessment(), language);
    expect(Buffer.compare(Buffer.from(once), Buffer.from(again))).toBe(0);
  });

  it('shows hostile texts as text', async () => {
    const text = await textOf(await render(hostileAssessment(), 'en'), 'hostile');
    for (const shown of [
      `<script>document.title='owned';alert(1)</script>`,
      `"><img src=x onerror="alert(2)">`,
      '#strong[x] $1+1$ #import "/etc/passwd": * // = heading @ref <label> `raw` \\',
      '⟨U+001B⟩[31mred⟨U+001B⟩[0m⟨U+0007⟩⟨U+009B⟩1m',
      'invoice⟨U+202E⟩fdp.exe⟨U+202C⟩ ⟨U+2066⟩isolated⟨U+2069⟩',
      'before⟨U+0000⟩after',
      'high⟨U+D800⟩ low⟨U+DC00⟩',
      'zero⟨U+200B⟩width⟨U+FEFF⟩ soft⟨U+00AD⟩hyphen ⟨U+E0041⟩tag',
      'unassigned ⟨U+0378⟩',
      '⟨99,800 more characters⟩',
    ]) {
      expect(text).toContain(squeeze(shown));
    }
    expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  });

  it('is made without a framework as well', async () => {
    const assessment = sampleAssessment();
    const report = buildDocument({ ...assessment, frameworks: [] }, { language: 'en' });
    const pdf = await renderPdf(report, { assessment: assessmentJson(assessment) }, {});
    expect(await textOf(pdf, 'plain')).toContain('Allcontrols,noframework');
  });

  it('is made of an assessment of nothing', async () => {
    const empty: Assessment = {
      ...sampleAssessment([]),
      targets: [],
      population: [],
      gaps: [],
      factGaps: 0,
      findings: [],
      frameworks: [],
      waivers: [],
      attestations: [],
      redactions: [],
    };
    const pdf = await renderPdf(
      buildDocument(empty, { language: 'zh' }),
      { assessment: assessmentJson(empty) },
      {},
    );
    expect(await textOf(pdf, 'empty')).toContain('没有评估任何对象');
  });

  it('names every finding of 1,000, those that stand alike in one row', async () => {
    const assessment = largeAssessment(200);
    const text = await textOf(await render(assessment, 'en'), 'large');
    const passes = assessment.findings.flatMap(({ status, subject }, at) =>
      status === 'pass' ? [squeeze(`${at + 1} ${subject.name}`)] : [],
    );
    expect(passes.length).toBeGreaterThan(500);
    const pages = text.match(/Page\d+of/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(30);
    // The end of a page may stand between a number and its name.
    expect(passes.filter((each) => !text.includes(each)).length).toBeLessThan(pages / 2);
  }, 60_000);
});

describe('the engine', () => {
  const document = {
    template: 'x',
    files: {},
    standard: 'a-3a' as const,
    fontFiles: [],
    at: '2026-11-24T12:00:00Z',
  };

  it('is named when it is not there, with the command that installs it', async () => {
    const load = (): Promise<unknown> =>
      Promise.reject(
        Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' }),
      );
    await expect(typeset(document, load)).rejects.toMatchObject({
      code: 'pdf-engine-missing',
      hint: 'Install it with: npm install @myriaddreamin/typst-ts-node-compiler',
    });
  });

  it.each(['/etc/hostname', '../../../etc/hostname', 'package.json'])(
    'can read nothing of the machine: %s',
    async (path) => {
      const template = `#read(${JSON.stringify(path)})`;
      await expect(typeset({ ...document, template })).rejects.toThrow(
        /could not be typeset: .*(not found|access)/,
      );
    },
  );
});
