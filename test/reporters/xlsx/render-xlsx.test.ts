import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { renderReport } from '../../../src/reporters/formats/registry.ts';
import { sampleAssessment } from '../../fixtures/assessment.ts';
import { hostileAssessment } from '../../fixtures/hostile.ts';
import { describeWithPython } from '../../support/needs.ts';

const reader = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
def look(cell):
    return [cell.value, cell.data_type, cell.fill.fgColor.rgb if cell.fill.fill_type else None, cell.alignment.wrap_text]
json.dump([{
    'name': sheet.title,
    'rows': [[look(cell) for cell in row] for row in sheet.iter_rows()],
    'frozen': sheet.freeze_panes,
    'filter': sheet.auto_filter.ref,
    'all': sheet.dimensions,
    'widths': [sheet.column_dimensions[openpyxl.utils.get_column_letter(at + 1)].width for at in range(sheet.max_column)],
    'orientation': sheet.page_setup.orientation,
    'fit': [sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight],
    'repeated': sheet.print_title_rows,
    'printed': sheet.print_area,
} for sheet in book], sys.stdout)
`;

const sheetSchema = z.object({
  name: z.string(),
  rows: z.array(
    z.array(
      z.tuple([
        z.union([z.string(), z.number()]).nullable(),
        z.string(),
        z.string().nullable(),
        z.boolean().nullable(),
      ]),
    ),
  ),
  frozen: z.string(),
  filter: z.string(),
  all: z.string(),
  widths: z.array(z.number()),
  orientation: z.string(),
  fit: z.tuple([z.boolean(), z.number(), z.number()]),
  repeated: z.string(),
  printed: z.string(),
});

/** What openpyxl reads. */
async function read(
  content: string | Uint8Array,
): Promise<readonly z.output<typeof sheetSchema>[]> {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-xlsx-'));
  try {
    const path = join(folder, 'findings.xlsx');
    await writeFile(path, content);
    const { stdout } = await promisify(execFile)('/usr/bin/python3', ['-c', reader, path], {
      maxBuffer: 1 << 28,
    });
    return z.array(sheetSchema).parse(JSON.parse(stdout));
  } finally {
    await rm(folder, { recursive: true });
  }
}

describeWithPython('XLSX', 'openpyxl', () => {
  const assessment = sampleAssessment();

  const book = async (of = assessment, language: 'en' | 'zh' = 'en') => {
    const sheets = await read(await renderReport('xlsx', of, { language }));
    return new Map(sheets.map((sheet) => [sheet.name, sheet]));
  };
  const columnOf = (sheet: z.output<typeof sheetSchema> | undefined, title: string) => {
    const [head = [], ...rows] = sheet?.rows ?? [];
    const at = head.findIndex(([value]) => value === title);
    return rows.map((row) => row[at]);
  };

  it('has a sheet for each thing that an auditor looks for, ready to be read and printed', async () => {
    const sheets = await book();
    expect([...sheets.keys()]).toEqual(['Summary', 'Requirements', 'Findings', 'Gaps', 'Waivers']);
    for (const {
      name,
      rows,
      frozen,
      filter,
      all,
      widths,
      orientation,
      fit,
      repeated,
    } of sheets.values()) {
      expect([name, rows.length > 1]).toEqual([name, true]);
      expect([name, frozen, filter, orientation, repeated]).toEqual([
        name,
        'A2',
        all,
        'landscape',
        '$1:$1',
      ]);
      expect([name, fit]).toEqual([name, [true, 1, 0]]);
      expect(widths.every((width) => width >= 10 && width <= 80)).toBe(true);
      expect(rows[0]?.every(([, , fill, wrap]) => fill === 'FF1F3A5F' && wrap === true)).toBe(true);
    }
    expect([...(await book(assessment, 'zh')).keys()]).toEqual([
      '概要',
      '要求',
      '检查结果',
      '未读取内容',
      '风险接受',
    ]);
  });

  it('prints of findings what is read on paper, in columns that stand first, and wide enough', async () => {
    const { rows, printed, widths } = (await book()).get('Findings') ?? {};
    expect(printed).toBe(`'Findings'!$A$1:$G$${assessment.findings.length + 1}`);
    expect(rows?.[0]?.slice(0, 7).map(([value]) => value)).toEqual([
      ...['Status', 'Severity', 'Control', 'Title', 'Subject', 'Message', 'Remediation'],
    ]);
    expect(widths?.slice(0, 7).reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(210);
  });

  it('has a row for each finding, its standing in words and as a colour', async () => {
    const { findings, summary } = assessment;
    const status = columnOf((await book()).get('Findings'), 'Status');
    expect(status).toHaveLength(findings.length);
    const count = (word: string, fill: string | null): number =>
      status.filter((cell) => cell?.[0] === word && cell[2] === fill).length;
    expect(count('Fail', 'FFFBD5D5')).toBe(summary.tally.fail);
    expect(count('Pass', 'FFD9EFDC')).toBe(summary.tally.pass);
    expect(count('Not applicable', null)).toBe(summary.tally.notApplicable);
  });

  it('has the findings by severity, control and subject, with their file and line', async () => {
    const [finding] = assessment.findings;
    const source = { kind: 'file' as const, path: 'web/Dockerfile', line: 7 };
    const observations = [{ path: '/privileged', value: true, source }];
    const at = (severity: 'critical' | 'low', controlId: string, name: string) =>
      finding
        ? [{ ...finding, severity, controlId, observations, subject: { ...finding.subject, name } }]
        : [];
    const [one = '', other = ''] = assessment.catalog.controls.map(({ id }) => id).toSorted();
    const findings = [
      ...at('low', one, 'b'),
      ...at('critical', other, 'b'),
      ...at('low', one, 'a'),
      ...at('critical', one, 'b'),
    ];
    const sheet = (await book({ ...assessment, findings })).get('Findings');
    const shown = ['Severity', 'Control', 'Subject', 'File', 'Line'].map((title) =>
      columnOf(sheet, title).map((cell) => cell?.[0]),
    );
    expect(shown).toEqual([
      ['Critical', 'Critical', 'Low', 'Low'],
      [one, other, one, one],
      ['b', 'b', 'a', 'b'],
      Array.from({ length: 4 }, () => 'web/Dockerfile'),
      [7, 7, 7, 7],
    ]);
  });

  it('has the figures, the requirements, the gaps and the waivers of the assessment', async () => {
    const sheets = await book();
    const figures = sheets.get('Summary')?.rows.map((row) => row.map(([value]) => value));
    expect(figures).toContainEqual([
      'Findings',
      'Fail',
      assessment.summary.tally.fail,
      assessment.findings.length,
    ]);
    const requirements = assessment.frameworks
      .flatMap((each) => each.requirements)
      .filter(({ group }) => !group);
    expect(columnOf(sheets.get('Requirements'), 'Requirement').map((cell) => cell?.[0])).toEqual(
      requirements.map(({ id }) => id),
    );
    const gaps = columnOf(sheets.get('Gaps'), 'Reason').map((cell) => cell?.[0]);
    expect(gaps.length).toBeGreaterThan(assessment.gaps.length);
    expect(gaps.join('\n')).toContain('EACCES: permission denied');
    const waivers = sheets.get('Waivers');
    expect(columnOf(waivers, 'Owner').map((cell) => cell?.[0])).toEqual(
      assessment.waivers.map(({ waiver }) => waiver.owner),
    );
    expect(columnOf(waivers, 'Accepted failures').map((cell) => cell?.[0])).toEqual(
      assessment.waivers.map(({ accepts }) => accepts),
    );
  });

  it('holds texts and counts alone, whatever was scanned', async () => {
    const sheets = await book(hostileAssessment(), 'zh');
    const cells = [...sheets.values()].flatMap(({ rows }) => rows.flat());
    const types = new Set(cells.flatMap(([value, type]) => (value === null ? [] : [type])));
    expect([...types].toSorted()).toEqual(['n', 's']);
    const formula = '=HYPERLINK("https://example.com")';
    const named = columnOf(
      (await book(sampleAssessment([{ name: formula }]))).get('Findings'),
      'Subject',
    );
    expect(named.filter((cell) => cell?.[0] === formula).map((cell) => cell?.[1])).toContain('s');
  });

  it('has the same bytes twice', async () => {
    const write = () => renderReport('xlsx', assessment, { language: 'en' });
    const first = await write();
    expect(Buffer.compare(Buffer.from(first), Buffer.from(await write()))).toBe(0);
  });
});
