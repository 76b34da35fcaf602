import { expect, it } from 'vitest';
import { makeReports } from '../../src/cli/reporting/make-reports.ts';
import type { PlimsollConfig } from '../../src/core/config/config.ts';
import { defineReport } from '../../src/reporters/documents/define-report.ts';
import { sampleAssessment } from '../fixtures/assessment.ts';

const sample = sampleAssessment();
const [framework] = sample.frameworks;
if (!framework) throw new Error('the sample has no framework');
const both = { ...sample, frameworks: [framework, { ...framework, id: 'other-standard' }] };

const namesOf = async (
  document: string | undefined,
  formats: readonly string[],
  config: PlimsollConfig = {},
): Promise<readonly string[]> => {
  const options = { framework: ['all'], ...(document === undefined ? {} : { document }) };
  const names: string[] = [];
  for await (const { name } of makeReports(both, formats, options, config)) names.push(name);
  return names;
};

it('makes a document that is the same for every framework once', async () => {
  expect(await namesOf('engineer', ['html', 'json'])).toEqual([
    'report-engineer-en.html',
    'assessment.json',
  ]);
});

it('makes a document that differs for each framework', async () => {
  expect(await namesOf(undefined, ['html', 'markdown'])).toEqual([
    'report-sample-standard-1.0-en.html',
    'report-other-standard-en.html',
    'report-sample-standard-1.0-en.md',
    'report-other-standard-en.md',
  ]);
  expect(await namesOf('general', ['html'])).toHaveLength(2);
});

it('makes a document of one’s own once where it says so', async () => {
  const own = { id: 'board', title: 'Board', build: () => ({ title: 'Board', sections: [] }) };
  const reports = (forAll: boolean) => ({ reports: [defineReport({ ...own, forAll })] });
  expect(await namesOf('board', ['html'], reports(true))).toEqual(['report-board-en.html']);
  expect(await namesOf('board', ['html'], reports(false))).toHaveLength(2);
});
