import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../src/core/assessment/assessment.ts';
import { renderReport } from '../../../src/reporters/formats/registry.ts';
import { sampleAssessment } from '../../fixtures/assessment.ts';

const assessment = sampleAssessment();
const write = async (of: Assessment, language: 'en' | 'zh' = 'en'): Promise<string> =>
  String(await renderReport('csv', of, { language }));

/** Reads comma-separated values as RFC 4180 has them. */
function parse(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g,
  )) {
    rows.at(-1)?.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

describe('CSV', () => {
  it('has a row for each finding, all as long as the first', async () => {
    const [head, ...rows] = parse((await write(assessment)).slice(1));
    expect(rows).toHaveLength(assessment.findings.length);
    for (const row of rows) expect(row).toHaveLength(head?.length ?? 0);
    const status = head?.indexOf('Status') ?? -1;
    const failed = rows.filter((row) => row[status] === 'Fail');
    expect(failed).toHaveLength(assessment.summary.tally.fail);
  });

  it('begins with the mark by which spreadsheets know UTF-8, in either language', async () => {
    expect(await write(assessment, 'zh')).toMatch(/^\uFEFF状态,/);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])(
    'lets no name that begins like %j be a formula',
    async (name) => {
      const [finding] = assessment.findings;
      const hostile: Assessment = {
        ...assessment,
        findings: finding ? [{ ...finding, subject: { ...finding.subject, name } }] : [],
      };
      const [head, row] = parse((await write(hostile)).slice(1));
      const cell = row?.[head?.indexOf('Subject') ?? -1] ?? '';
      expect(cell).toMatch(/^['⟨]/);
    },
  );
});
