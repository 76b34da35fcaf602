import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { assessmentJson } from '../../src/core/assessment/assessment-json.ts';
import { sampleAssessment } from '../fixtures/assessment.ts';
import { runWarmCli } from '../support/warm-cli.ts';
import { temporaryRoot } from '../support/temporary-root.ts';

const named = ['--config', 'plimsoll.config.ts'];
const example = new URL('../../examples/own-report/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, example), 'utf8');

it('the example of a report of one’s own is made, with its owner’s name and logo', async () => {
  const folder = temporaryRoot({
    '/plimsoll.config.ts': read('plimsoll.config.ts'),
    '/logo.svg': read('logo.svg'),
    '/assessment.json': assessmentJson(sampleAssessment()),
  });
  const { status, stderr } = await runWarmCli(
    ['report', 'assessment.json', '--format', 'html', '--document', 'board', '-o', 'out', ...named],
    { cwd: folder },
  );
  expect(stderr).toBe('Configuration: plimsoll.config.ts\n');
  expect(status).toBe(0);
  const page = readFileSync(join(folder, 'out/report-sample-standard-1.0-board-en.html'), 'utf8');
  for (const shown of ['Report to the board', 'Acme Cards', 'Confidential', 'data:image/svg+xml']) {
    expect(page).toContain(shown);
  }
});

it('an unknown document is told the known ones', async () => {
  const folder = temporaryRoot({ '/assessment.json': assessmentJson(sampleAssessment()) });
  const { status, stderr } = await runWarmCli(
    ['report', 'assessment.json', '--format', 'html', '--document', 'nothing', '-o', 'out'],
    { cwd: folder },
  );
  expect(status).toBe(2);
  expect(stderr).toContain('The documents are: engineer, general, cis-docker, jrt, mlps, pci-dss');
});
