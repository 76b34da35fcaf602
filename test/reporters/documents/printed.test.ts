import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtin } from '../../../src/controls/registry/builtin.ts';
import { assess } from '../../../src/core/assessment/assess.ts';
import type { Assessment } from '../../../src/core/assessment/assessment.ts';
import { parseSnapshot } from '../../../src/core/snapshot/parse-snapshot.ts';
import { builtinKinds } from '../../../src/core/subjects/kinds.ts';
import { builtinFrameworks } from '../../../src/frameworks/registry/registry.ts';
import type { Block, BlockKind } from '../../../src/reporters/document/blocks/block.ts';
import { printShort } from '../../../src/reporters/document/print-short.ts';
import { buildDocument } from '../../../src/reporters/documents/build-document.ts';
import { renderHtml } from '../../../src/reporters/html/render-html.ts';
import { buildReport } from '../../../src/reporters/model/build-report.ts';
import { renderPdf } from '../../../src/reporters/pdf/render-pdf.ts';
import { describeWithPdfTools, readPdf } from '../../support/pdf-tools.ts';
import { tool } from '../../support/judge.ts';

const example = new URL('../../../examples/recorded/snapshot.json', import.meta.url);
const frameworkId = 'pci-dss-4.0.1';

let folder: string;
let assessment: Assessment;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-printed-'));
  const snapshot = parseSnapshot(JSON.parse(await readFile(example, 'utf8')), builtinKinds);
  const mapped = await builtinFrameworks[frameworkId].load();
  assessment = assess(snapshot, { catalog: builtin, frameworks: [mapped], tool });
});
afterAll(() => rm(folder, { recursive: true }));

const kindsIn = (block: Block): readonly BlockKind[] =>
  block.kind === 'section' ? block.blocks.flatMap(kindsIn) : [block.kind];

/** Sets the report and reads its text back, page by page. */
async function pagesOf(of: Assessment, language: 'en' | 'zh'): Promise<readonly string[]> {
  const path = join(folder, `${language}.pdf`);
  const document = buildDocument(of, { language, frameworkId });
  await writeFile(path, await renderPdf(document, { assessment: '{}' }, {}));
  return readPdf('pdftotext', path).split('\f').slice(0, -1);
}

describe('what is printed of a document', () => {
  it('has no facts and no untested requirement, and says where they are', () => {
    const whole = buildDocument(assessment, { language: 'en', frameworkId });
    const short = printShort(whole);
    const kinds = new Set(short.sections.flatMap(kindsIn));
    for (const kind of ['evidence', 'findings', 'texts'] as const) {
      expect(kinds).not.toContain(kind);
    }
    const text = JSON.stringify(short.sections);
    expect(text).not.toContain('"anchor":"requirement-1.1.1"');
    expect(text).toContain('"anchor":"requirement-2.2.6"');
    expect(text).toContain('The attached assessment.json'.toLowerCase().slice(4));
    expect(short.cover.notices.at(-1)).toContain('--annex full');
    expect(whole.sections.flatMap(kindsIn)).toContain('evidence');
  });

  it('names what fails because of another failure with its cause alone', () => {
    const { failures } = buildReport(assessment, { language: 'en', frameworkId });
    const titles = failures.flatMap(({ controls }) =>
      controls.map(({ control }) => [control.id, control.failingTitle] as const),
    );
    const seccomp = titles.find(([id]) => id === 'workload-seccomp')?.[1];
    const failed = (document: ReturnType<typeof buildDocument>): string =>
      JSON.stringify(document.sections.find(({ anchor }) => anchor === 'failures'));
    const whole = buildDocument(assessment, { language: 'en', frameworkId });
    expect(seccomp).toBeDefined();
    expect(failed(printShort(whole)).split(seccomp ?? '')).toHaveLength(2);
    expect(failed(printShort(whole))).toContain('The same subjects fail for this cause:');
  });
});

describe('where something was found', () => {
  it('goes by the name of the machine, and no id of 64 digits stands in a message', () => {
    const report = buildReport(assessment, { language: 'en', frameworkId });
    const findings = report.controls.flatMap(({ findings: of }) => of);
    const own = findings.filter(({ target }) => target !== '*');
    expect(new Set(own.map(({ target }) => target))).toEqual(
      new Set(['quay-1 (Host files)', 'quay-1 (Engine)']),
    );
    expect(findings.filter(({ message }) => /[0-9a-f]{64}/.test(message))).toEqual([]);
    const page = renderHtml(buildDocument(assessment, { language: 'en', frameworkId }));
    expect(page).not.toContain('\u200B');
  });
});

describeWithPdfTools('the printed report', () => {
  it.each(['en', 'zh'] as const)(
    'has under 40 pages, in %s',
    { timeout: 120_000 },
    async (language) => {
      const pages = await pagesOf(assessment, language);
      expect(pages.length).toBeLessThan(40);
      const text = pages.join('');
      // What people copy and search has no marks in it.
      expect(text).not.toMatch(/[\u200B\u00AD]/);
      expect(text).toContain('workload-no-privileged-ports');
      // The summary is a page of its own, and names each requirement that failed.
      const summary = pages[2] ?? '';
      const { requirements } = buildReport(assessment, { language, frameworkId });
      const failed = requirements.filter(
        ({ group, status }) => !group && status === 'not-satisfied',
      );
      expect(failed.length).toBeGreaterThan(5);
      for (const { id } of failed) expect(summary).toContain(id);
    },
  );
});
