import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { renderReport } from '../../../src/reporters/formats/registry.ts';
import { sampleAssessment } from '../../fixtures/assessment.ts';
import { hostileAssessment } from '../../fixtures/hostile.ts';
import { describeWithPython } from '../../support/needs.ts';

const reader = `
import json, sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1], read_only=True).active
rows = [[(cell.value, cell.data_type) for cell in row] for row in sheet.iter_rows()]
json.dump(rows, sys.stdout)
`;

type Cell = readonly [value: string | null, type: string];

/** What openpyxl reads. */
async function read(content: string | Uint8Array): Promise<readonly (readonly Cell[])[]> {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-xlsx-'));
  try {
    const path = join(folder, 'findings.xlsx');
    await writeFile(path, content);
    const { stdout } = await promisify(execFile)('/usr/bin/python3', ['-c', reader, path], {
      maxBuffer: 1 << 28,
    });
    return JSON.parse(stdout) as readonly (readonly Cell[])[];
  } finally {
    await rm(folder, { recursive: true });
  }
}

describeWithPython('XLSX', 'openpyxl', () => {
  const assessment = sampleAssessment();

  it('has a row for each finding, and their standing', async () => {
    const [head, ...rows] = await read(await renderReport('xlsx', assessment, { language: 'en' }));
    expect(rows).toHaveLength(assessment.findings.length);
    const status = head?.findIndex(([value]) => value === 'Status') ?? -1;
    const count = (word: string): number => rows.filter((row) => row[status]?.[0] === word).length;
    expect(count('Fail')).toBe(assessment.summary.tally.fail);
    expect(count('Pass')).toBe(assessment.summary.tally.pass);
  });

  it('holds texts alone, whatever was scanned', async () => {
    const rows = await read(await renderReport('xlsx', hostileAssessment(), { language: 'zh' }));
    expect(rows[0]?.[0]?.[0]).toBe('状态');
    const types = new Set(rows.flat().flatMap(([value, type]) => (value === null ? [] : [type])));
    expect([...types]).toEqual(['s']);
  });

  it('has the same bytes twice', async () => {
    const write = () => renderReport('xlsx', assessment, { language: 'en' });
    const first = await write();
    expect(Buffer.compare(Buffer.from(first), Buffer.from(await write()))).toBe(0);
  });
});
