import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inOrder } from '../../../src/cli/reporting/in-order.ts';
import { assessmentJson } from '../../../src/core/assessment/assessment-json.ts';
import { sampleAssessment } from '../../fixtures/assessment.ts';
import { runWarmCli } from '../../support/warm-cli.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

const named = ['--config', 'plimsoll.config.ts'];
const example = new URL('../../../examples/own-language/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, example), 'utf8');
const files = {
  '/plimsoll.config.ts': read('plimsoll.config.ts'),
  '/german.ts': read('german.ts'),
  '/assessment.json': assessmentJson(sampleAssessment()),
};

it('reports are made in every language that is asked for, one’s own among them, in one command', async () => {
  const folder = temporaryRoot(files);
  const { status, stdout, stderr } = await runWarmCli(
    [
      'report',
      'assessment.json',
      '--format',
      'html,json',
      '--language',
      'de,en,zh',
      '-o',
      'out',
      ...named,
    ],
    { cwd: folder },
  );
  expect(status).toBe(0);
  expect(stderr).toMatch(
    /^Configuration: .*\n4 reports in [\d.]+ s: html 3 in [\d.]+ s, json 1 in [\d.]+ s\n$/,
  );
  const names = [
    'report-sample-standard-1.0-de.html',
    'report-sample-standard-1.0-en.html',
    'report-sample-standard-1.0-zh.html',
    'assessment.json',
  ];
  expect(stdout.trim().split('\n')).toEqual(names.map((name) => `out/${name}`));
  expect(readdirSync(join(folder, 'out')).toSorted()).toEqual(names.toSorted());
  const page = readFileSync(join(folder, 'out', names[0] ?? ''), 'utf8');
  expect(page).toContain('<html lang="de">');
  expect(page).toContain('Zusammenfassung für die Leitung');
  expect(page).toContain('24. November 2026, 12:00 Uhr (UTC)');
  expect(page).toMatch(/Von den eigenen Wörtern des Berichts sind \d+ von \d+ nicht übersetzt/);
});

it('the summary on the terminal is in one’s own language as well', async () => {
  const { stdout } = await runWarmCli(['report', 'assessment.json', '--lang', 'de', ...named], {
    cwd: temporaryRoot(files),
  });
  expect(stdout).toContain('Nicht bestanden');
});

it('an unknown language is told the known ones', async () => {
  const { status, stderr } = await runWarmCli(
    ['report', 'assessment.json', '--format', 'html', '--lang', 'en,fr', '-o', 'out', ...named],
    { cwd: temporaryRoot(files) },
  );
  expect(status).toBe(2);
  expect(stderr).toContain('There is no language "fr".');
  expect(stderr).toContain('The languages are: en, zh, de.');
});

it('jobs are done side by side, no more than asked for, and come in their order', async () => {
  let running = 0;
  let most = 0;
  const made: number[] = [];
  const jobs = [30, 1, 20, 1, 1, 10];
  for await (const each of inOrder(jobs, 2, async (ms) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((done) => setTimeout(done, ms));
    running -= 1;
    return ms;
  })) {
    made.push(each);
  }
  expect(made).toEqual(jobs);
  expect(most).toBe(2);
});

it('nothing more is begun after a failure', async () => {
  const begun: number[] = [];
  const all = async (): Promise<void> => {
    const making = inOrder([1, 2, 3, 4, 5], 2, (job) => {
      begun.push(job);
      return job === 1 ? Promise.reject(new Error('no')) : Promise.resolve(job);
    });
    await making.next();
  };
  await expect(all()).rejects.toThrow('no');
  expect(begun).toEqual([1, 2]);
});
