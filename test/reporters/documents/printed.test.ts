import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtin } from '../../../src/controls/registry/builtin.ts';
import { assess } from '../../../src/core/assessment/assess.ts';
import type { Assessment } from '../../../src/core/assessment/assessment.ts';
import { parseSnapshot } from '../../../src/core/snapshot/parse-snapshot.ts';
import { builtinKinds } from '../../../src/core/subjects/kinds.ts';
import { wordsOf } from '../../../src/frameworks/registry/words-of.ts';
import { builtinFrameworks } from '../../../src/frameworks/registry/registry.ts';
import type { Block, BlockKind } from '../../../src/reporters/document/blocks/block.ts';
import { drawBarsBlock } from '../../../src/reporters/document/blocks/draw-block.ts';
import { cutAtWord } from '../../../src/reporters/document/selections/cut-at-word.ts';
import { printShort } from '../../../src/reporters/document/print-short.ts';
import { links } from '../../../src/frameworks/nist-800-53-r5/mapping.ts';
import { statementsOf } from '../../../src/reporters/documents/nist/determination-statements.ts';
import { buildDocument } from '../../../src/reporters/documents/build-document.ts';
import { renderHtml } from '../../../src/reporters/html/render-html.ts';
import { undecidedByReason } from '../../../src/reporters/document/selections/undecided.ts';
import { speaker } from '../../../src/reporters/locale/translate.ts';
import { buildReport } from '../../../src/reporters/model/build-report.ts';
import { renderPdf } from '../../../src/reporters/pdf/render-pdf.ts';
import { describeWithPdfTools, readPdf } from '../../support/pdf-tools.ts';
import { tool } from '../../support/judge.ts';

const example = new URL('../../../examples/recorded/snapshot.json', import.meta.url);
const frameworkId = 'pci-dss-4.0.1';

let folder: string;
let assessment: Assessment;
/** The same by standards whose papers are longer, or in another language at home. */
const others = ['gbt-22239-2019', 'jrt-0122-2018', 'nist-800-53-r5', 'soc2-tsc'] as const;
const judged = new Map<string, Assessment>();
const of = (id: string): Assessment => judged.get(id) ?? assessment;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-printed-'));
  const snapshot = parseSnapshot(JSON.parse(await readFile(example, 'utf8')), builtinKinds);
  const mapped = await builtinFrameworks[frameworkId].load();
  assessment = assess(snapshot, { catalog: builtin, frameworks: [mapped], tool });
  for (const id of others) {
    const frameworks = [await builtinFrameworks[id].load()];
    judged.set(id, assess(snapshot, { catalog: builtin, frameworks, tool }));
  }
});
afterAll(() => rm(folder, { recursive: true }));

const kindsIn = (block: Block): readonly BlockKind[] =>
  block.kind === 'section' ? block.blocks.flatMap(kindsIn) : [block.kind];

/** Sets the report and reads its text back, page by page. */
async function pagesOf(
  language: 'en' | 'zh',
  id: string = frameworkId,
): Promise<readonly string[]> {
  const path = join(folder, `${id}-${language}.pdf`);
  const words = wordsOf(id);
  const document = buildDocument(of(id), { language, frameworkId: id, words });
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

describe('what is advised for a requirement', () => {
  it.each(['en', 'zh'] as const)(
    'stands once below all that it is the advice for, in %s',
    (language) => {
      const { sections } = buildDocument(assessment, { language, frameworkId });
      const text = JSON.stringify(sections.find(({ anchor }) => anchor === 'failed'));
      const rows = text.split('"requirement-').slice(1);
      expect(rows.length).toBeGreaterThan(5);
      for (const row of rows) {
        const advice = row.match(/→ (?:[^"\\]|\\.)*/g) ?? [];
        expect(new Set(advice).size).toBe(advice.length);
        expect(advice.length).toBeGreaterThan(0);
      }
    },
  );
});

describe('what was not seen', () => {
  it.each(['en', 'zh'] as const)('is listed by reason, a check on a line, in %s', (language) => {
    const document = printShort(buildDocument(assessment, { language, frameworkId }));
    const report = buildReport(assessment, { language, frameworkId });
    const reasons = undecidedByReason(report);
    const [most] = reasons;
    const { result } = report;
    const unknown = result.findings.find(({ standing }) => standing === 'unknown')?.count;
    expect(reasons.reduce((sum, { count }) => sum + count, 0)).toBe(unknown);
    expect(most?.count).toBe(25);
    const text = JSON.stringify(document.sections.find(({ anchor }) => anchor === 'unseen'));
    for (const { reason, count, controls } of reasons) {
      const heading = speaker(language)('unseen.reason-count', { reason, count });
      expect(text).toContain(JSON.stringify(heading).slice(1, -1));
      for (const { control } of controls) expect(text).toContain(JSON.stringify(control.id));
    }
  });
});

describe('a sentence on paper', () => {
  it('is whole, as each question to a person is', () => {
    for (const language of ['en', 'zh'] as const) {
      const document = printShort(buildDocument(assessment, { language, frameworkId }));
      const text = JSON.stringify(document.sections);
      const { needs } = buildReport(assessment, { language, frameworkId });
      const questions = needs.questions.flatMap(({ findings }) => findings);
      expect(questions.length).toBeGreaterThan(10);
      for (const { message } of questions) {
        expect(text).toContain(JSON.stringify(message).slice(1, -1));
      }
      expect(text).not.toContain('"…"');
    }
  });

  it('is cut at a word where it is very long, with the way to the whole', () => {
    const say = speaker('en');
    expect(cutAtWord('a short one', 20, say)).toBe('a short one');
    expect(cutAtWord('one two three four five', 14, say)).toBe(
      'one two three … (10 more letters: see the HTML report)',
    );
    expect(cutAtWord('x'.repeat(30), 14, say)).toContain(`${'x'.repeat(14)} …`);
  });
});

describe('a chart', () => {
  it('counts what the table beside it counts, and names what has no bar', () => {
    const say = speaker('en');
    const parts = [
      { label: 'In Place', look: 'good' },
      { label: 'Not in Place', look: 'bad' },
      { label: 'Not Tested', look: 'plain', undrawn: true },
    ] as const;
    const { drawing, note, table } = drawBarsBlock(
      {
        kind: 'bars',
        caption: 'Findings',
        heads: ['Requirement', 'Count'],
        parts,
        rows: [{ label: 'One', counts: [2, 1, 16] }],
      },
      say,
    );
    const texts = drawing?.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
    expect(texts).toContain('3 of 19');
    expect(JSON.stringify(table.rows)).toContain('19');
    expect(note).toMatch(/“In Place”, “Not in Place”.* No bar shows “Not Tested”/);
    expect(JSON.stringify([drawing, note])).not.toMatch(/\btested\b/);
  });

  it('has one meaning of “tested” beside it: the standard’s', () => {
    const own = ['charts', 'result', 'requirements', 'printed', 'needs', 'summary', 'examination'];
    for (const file of own) {
      const words = readFileSync(
        new URL(`../../../src/reporters/words/${file}.ts`, import.meta.url),
        'utf8',
      );
      expect(words, `words/${file}.ts`).not.toMatch(
        /(en|zh): ['"][^'"\n]*(\b[Tt]ested\b|已测|未测试)/,
      );
    }
  });

  it('says what a column counts where another table has it by more words', () => {
    const id = 'nist-800-53-r5';
    const options = { language: 'en', frameworkId: id, words: wordsOf(id) } as const;
    const text = JSON.stringify(buildDocument(of(id), options).sections);
    const made = /Other than satisfied \((\d+)\): ([^."]+)/.exec(text);
    const numbers = Array.from(made?.[2]?.matchAll(/ (\d+)(?: ·|$)/g) ?? [], ([, n]) => Number(n));
    expect(numbers.length).toBeGreaterThan(1);
    expect(numbers.reduce((sum, each) => sum + each, 0)).toBe(Number(made?.[1]));
  });
});

describe('papers of China’s standards', () => {
  it.each(['gbt-22239-2019', 'jrt-0122-2018'] as const)(
    'of %s name things, and no ids of 64 digits',
    (id) => {
      const document = buildDocument(of(id), {
        language: 'en',
        frameworkId: id,
        words: wordsOf(id),
      });
      const printed = JSON.stringify(printShort(document).sections);
      expect(printed).not.toMatch(/[0-9a-f]{64}/);
      // The standard's own name for a thing stands in brackets behind the English one, once.
      const terms = Array.from(
        // Captions of tables repeat their titles, for those who hear them.
        printed.replaceAll(/"caption":"[^"]*"/g, '').matchAll(/[\u4E00-\u9FFF]{2,}/g),
        ([term]) => term,
      );
      expect(terms.filter((term, at) => terms.indexOf(term) !== at)).toEqual([]);
    },
  );

  it('say in Chinese that an engine runs in a container', () => {
    const document = buildDocument(of('gbt-22239-2019'), {
      language: 'zh',
      frameworkId: 'gbt-22239-2019',
    });
    const text = JSON.stringify(document);
    expect(text).toContain('引擎运行于容器中');
    expect(text).not.toContain('(containerized)');
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
      const pages = await pagesOf(language);
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
      // So is what was not seen, with the reason that most has: a number of facts alone hides it.
      expect(summary.replaceAll(/\s+/g, ' ')).toContain(
        language === 'en'
          ? 'Host 25, Image 33, Workload 10'
          : '宿主机 25 项、镜像 33 项、工作负载 10 项',
      );
    },
  );

  it.each(['en', 'zh'] as const)(
    'has under 40 pages for 等保 without its facts in Chinese, and under 44 in English: %s',
    { timeout: 120_000 },
    async (language) => {
      const most = language === 'zh' ? 40 : 44;
      expect((await pagesOf(language, 'gbt-22239-2019')).length).toBeLessThan(most);
    },
  );

  it(
    'has each determination statement of NIST whole, so that its label is found',
    { timeout: 120_000 },
    async () => {
      const text = (await pagesOf('en', 'nist-800-53-r5')).join('');
      const labels = links.flatMap(([, control]) => statementsOf(control));
      expect(labels.filter((label) => !text.includes(`\u25A1 ${label}`))).toEqual([]);
    },
  );

  it(
    'has its contents on one page, however many parts there are',
    { timeout: 120_000 },
    async () => {
      const [, contents, summary] = await pagesOf('en', 'soc2-tsc');
      expect(contents).toContain('Contents');
      expect(summary).toContain('1 Management summary');
    },
  );
});
