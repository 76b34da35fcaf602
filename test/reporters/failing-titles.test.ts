import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Assessment } from '../../src/core/assessment/assessment.ts';
import { buildDocument } from '../../src/reporters/documents/build-document.ts';
import { documents } from '../../src/reporters/documents/registry.ts';
import { renderReport } from '../../src/reporters/formats/registry.ts';
import { renderHtml } from '../../src/reporters/html/render-html.ts';
import { buildReport } from '../../src/reporters/model/build-report.ts';
import { describeDocument } from '../../src/reporters/pdf/pdf-data.ts';
import { findingRows } from '../../src/reporters/rows/finding-rows.ts';
import { renderText } from '../../src/reporters/text/render-text.ts';
import { sampleAssessment } from '../fixtures/assessment.ts';
import { sampleFramework } from '../fixtures/sample-framework.ts';

const plain = sampleAssessment();

const rule = (id: string): string => `RULE ${id}`;
const wrong = (id: string): string => `WRONG ${id}`;

/** The sample, in which each control has a title and a failing title that give it away. */
const assessment: Assessment = {
  ...plain,
  catalog: {
    ...plain.catalog,
    controls: plain.catalog.controls.map((control) => ({
      ...control,
      title: { en: rule(control.id), zh: rule(control.id) },
      failingTitle: { en: wrong(control.id), zh: wrong(control.id) },
    })),
  },
};

const failed = buildReport(assessment, { language: 'en' }).failures.flatMap(({ controls }) =>
  controls.map(({ control }) => control.id),
);

const documentOf = (document: string) =>
  buildDocument(assessment, { language: 'en', frameworkId: sampleFramework.id, document });

/** The first word of what heads findings, and whether all of them are failures. */
const asHeaded = new Set(['WRONG,true', 'RULE,false']);

const isFailure = (standing: string | undefined): boolean =>
  standing !== undefined && ['fail', 'waived', 'compensated'].includes(standing);

describe('a failure is headed by what is wrong', () => {
  it('in the sample, where something failed', () => {
    expect(failed.length).toBeGreaterThan(2);
  });

  it('in a terminal', () => {
    const text = renderText(buildReport(assessment, { language: 'en' }));
    for (const id of failed) {
      expect(text).toContain(`  ${wrong(id)}\n`);
      expect(text).not.toContain(`critical  ${rule(id)}`);
    }
  });

  it('in Markdown', async () => {
    const text = String(await renderReport('markdown', assessment, { language: 'en' }));
    const rows = text.split('\n').filter((line) => /^\| (Critical|High|Medium|Low) /.test(line));
    expect(rows.length).toBeGreaterThan(2);
    for (const row of rows) expect(row).toMatch(/\| WRONG /);
  });

  it('in HTML, in every document', () => {
    const headed = documents.flatMap(({ id }) => {
      const [, ...articles] = renderHtml(documentOf(id)).split('<article class="control">');
      return articles.map((article) => {
        const [, title = ''] = /<h\d[^>]*>\s*(?:<a [^>]*>)?([^<]*)/.exec(article) ?? [];
        const [inside = ''] = article.split('</article>');
        const standings = [...inside.matchAll(/data-standing="([^"]*)"/g)].map(([, name]) => name);
        return [title.split(' ')[0], standings.every(isFailure)] as const;
      });
    });
    expect(new Set(headed.map(String))).toEqual(asHeaded);
  });

  it('in PDF, in every document', () => {
    const headed = documents.flatMap(({ id }) => {
      const data = describeDocument(documentOf(id), { digest: '', oscal: false, logo: undefined });
      const { findings, groups } = groupsIn(JSON.parse(data));
      return groups.map(({ title, findings: numbers }) => [
        title.split(' ')[0],
        numbers.every((number) => isFailure(findings[number - 1]?.standing)),
      ]);
    });
    expect(new Set(headed.map(String))).toEqual(asHeaded);
  });

  it('in JUnit', async () => {
    const text = await textOf('junit');
    const heads = [...text.matchAll(/<failure message="([A-Z]+) /g)].map(([, head]) => head);
    expect(heads.length).toBe(text.split('<failure ').length - 1);
    expect(new Set(heads)).toEqual(new Set(['WRONG']));
  });

  it('in tables', () => {
    const [heads = [], ...rows] = findingRows(assessment, 'en');
    const [status, title] = [heads.indexOf('Status'), heads.indexOf('Title')];
    const words = rows.map((row) => [row[status], row[title]?.split(' ')[0]] as const);
    expect(words).toContainEqual(['Fail', 'WRONG']);
    expect(words).not.toContainEqual(['Fail', 'RULE']);
    expect(words).toContainEqual(['Pass', 'RULE']);
    expect(words).not.toContainEqual(['Pass', 'WRONG']);
  });

  it('in a plan of action', async () => {
    const text = await textOf('oscal-poam');
    expect(text).toMatch(/"title": ?"Failed: WRONG /);
    expect(text).toMatch(/"title": ?"Accepted: WRONG /);
    expect(text).not.toMatch(/"title": ?"(?:Failed|Accepted): RULE /);
  });

  it('by the title where the control says no more', () => {
    const report = buildReport(plain, { language: 'en' });
    const [group] = report.failures;
    expect(group?.controls[0]?.control.failingTitle).toBe(group?.controls[0]?.control.title);
  });
});

async function textOf(format: string): Promise<string> {
  const rendering = await renderReport(format, assessment, { language: 'en' });
  return typeof rendering === 'string' ? rendering : [...(rendering as Iterable<string>)].join('');
}

interface Group {
  readonly title: string;
  readonly findings: readonly number[];
}

const found = z.looseObject({
  findings: z.array(z.looseObject({ standing: z.string() }).nullable()),
});

/** The findings of a document, and every group of them that a control heads. */
function groupsIn(data: unknown) {
  const groups: Group[] = [];
  JSON.stringify(data, (_, value: Partial<Group & { control: number }> | undefined) => {
    const { control, title, findings } = value ?? {};
    if (control !== undefined && title !== undefined && findings) groups.push({ title, findings });
    return value;
  });
  return { findings: found.parse(data).findings, groups };
}
