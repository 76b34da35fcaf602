import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { selectFrameworks } from '../../src/frameworks/registry/select-frameworks.ts';
import { documents } from '../../src/reporters/documents/registry.ts';
import { buildReport } from '../../src/reporters/model/build-report.ts';
import { formats, renderReport } from '../../src/reporters/formats/registry.ts';
import { renderText } from '../../src/reporters/text/render-text.ts';
import { sampleAssessment } from '../fixtures/assessment.ts';
import { describeWithPdfTools, readPdf } from '../support/pdf-tools.ts';

const frameworks = await selectFrameworks(['pci-dss-4.0.1']);
const assessment = sampleAssessment(undefined, { frameworks });
const broken = assessment.findings.filter(({ status }) => status === 'error');

/** What acts in HTML or Markdown may stand escaped between the words. */
const words = 'cannot judge this user';

const folder = mkdtempSync(join(tmpdir(), 'plimsoll-broken-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Zip archives, lists by subject alone and figures say it elsewhere: the first is read below, the others have no place for it. */
const elsewhere: ReadonlySet<string> = new Set([
  'pdf',
  'xlsx',
  'cyclonedx',
  'cyclonedx-1.6',
  'prometheus',
]);
const texts = formats.map(({ id }) => id).filter((id) => !elsewhere.has(id));

describe('a control that broke', () => {
  it('is one of the findings', () => {
    expect(broken.map(({ controlId }) => controlId)).toEqual(['sample-user']);
  });

  it.each(['en', 'zh'] as const)('is named in the terminal’s report in %s', (language) => {
    for (const frameworkId of [undefined, 'pci-dss-4.0.1']) {
      const text = renderText(
        buildReport(assessment, {
          language,
          ...(frameworkId === undefined ? {} : { frameworkId }),
        }),
      );
      expect(text).toMatch(new RegExp(`sample-user\n  legacy-batch: .*${words}`));
    }
  });

  it('is a line of its own where only failures stand, for an editor to find', async () => {
    const lines = String(await renderReport('lines', assessment, { language: 'en' })).split('\n');
    expect(lines.filter((line) => line.includes(words))).toEqual([
      expect.stringMatching(/ error sample-user .*legacy-batch/),
    ]);
  });

  it('is not folded away in Markdown, and stands in front of what is undecided', async () => {
    const text = String(await renderReport('markdown', assessment, { language: 'en' }));
    const [shown = ''] = text.split('<details>\n<summary>Undecided');
    expect(shown.replaceAll('\\', '')).toMatch(
      new RegExp(
        `### Controls that failed to run\n\n- \`sample-user\` \`legacy-batch\` .*${words}`,
      ),
    );
  });

  it.each(texts)('is named with its subject and its message in %s', async (id) => {
    const text = String(await renderReport(id, assessment, { language: 'en' }));
    for (const each of ['sample-user', 'legacy-batch', words]) {
      expect(text.replaceAll('\\', '')).toContain(each);
    }
  });

  it.each(documents.map(({ id }) => id))('is named in the document %s', async (document) => {
    const text = String(
      await renderReport('html', assessment, {
        language: 'en',
        document,
        frameworkId: 'pci-dss-4.0.1',
      }),
    );
    expect(text).toContain('Controls that failed to run');
    for (const each of ['sample-user', 'legacy-batch', words]) expect(text).toContain(each);
  });
});

describeWithPdfTools('a control that broke, in a PDF', () => {
  it('is named with its subject and its message', async () => {
    const path = join(folder, 'report.pdf');
    writeFileSync(path, await renderReport('pdf', assessment, { language: 'en' }));
    const text = readPdf('pdftotext', path).replaceAll(/\s+/g, ' ');
    for (const each of ['Controls that failed to run', 'sample-user', 'legacy-batch', words]) {
      expect(text).toContain(each);
    }
  });
});
