import { writeXlsx } from 'hucre/xlsx';
import type { Assessment } from '../../core/assessment/assessment.ts';
import type { Language } from '../../core/text.ts';
import type { BaselineOptions } from '../options/baseline-input.ts';
import { createVoice } from '../model/voice.ts';
import { sheetOf } from './table/sheet.ts';
import { findingsTables } from './sheets/findings.ts';
import { gapsTable } from './sheets/gaps.ts';
import { requirementsTable } from './sheets/requirements.ts';
import { summaryTable } from './sheets/summary.ts';
import { waiversTable } from './sheets/waivers.ts';

/**
 * Writes an assessment as a workbook: a summary, requirements, findings, gaps and waivers, each on its sheet. A cell is a text
 * or a count, so that none is a formula.
 */
export async function renderXlsx(
  assessment: Assessment,
  language: Language,
  baseline?: BaselineOptions,
): Promise<Uint8Array> {
  const voice = createVoice(language);
  const tables = [
    summaryTable(assessment, voice),
    requirementsTable(assessment, voice),
    ...findingsTables(assessment, voice, baseline),
    gapsTable(assessment, voice),
    waiversTable(assessment, voice),
  ];
  const { name, version } = assessment.tool;
  return writeXlsx({
    sheets: tables.map(sheetOf),
    properties: {
      creator: `${name} ${version}`,
      created: new Date(assessment.collectedAt),
      modified: new Date(assessment.collectedAt),
    },
  });
}
