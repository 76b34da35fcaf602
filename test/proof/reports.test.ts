import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { frameworksIn } from '../../src/evidence.ts';
import { generalWords, wordsOf } from '../../src/frameworks.ts';
import { limitAssessment } from '../../src/report.ts';
import { parseAssessment, type Assessment, type Language } from '../../src/index.ts';
import { describeInBrowser } from '../support/chromium.ts';
import { runCli, type CliRun } from '../support/cli.ts';
import { startEngine, type TestEngine } from '../support/docker-engine.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { describeWithRoot } from '../support/needs.ts';
import { describeWithPdfTools, readPdf } from '../support/pdf-tools.ts';

/** One of each kind: by requirement, by item and object, and with statements about a time. All of them are made by hand. */
const frameworks = ['pci-dss-4.0.1', 'gbt-22239-2019', 'soc2-tsc'];
const languages = ['en', 'zh'] as const;

/** What must be printed: each word of the standard with how many requirements it is said of, and the findings. */
function countsOf(assessment: Assessment, id: string, language: Language): string[] {
  const requirements = assessment.frameworks
    .filter((framework) => framework.id === id)
    .flatMap((framework) => framework.requirements.filter(({ group }) => !group))
    // Appendix A3 of PCI DSS is reported where it was ordered, which the configuration says.
    .filter((requirement) => id !== 'pci-dss-4.0.1' || !requirement.id.startsWith('A3'));
  const words = wordsOf(id);
  const counts = new Map<string, number>();
  for (const { status } of requirements) {
    const word = (words[status] ?? generalWords[status])[language];
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const { tally } = assessment.summary;
  counts.set(language === 'en' ? 'Fail' : '未通过', tally.fail);
  counts.set(language === 'en' ? 'Unknown' : '无法判定', tally.unknown);
  counts.set(language === 'en' ? 'Pass' : '通过', tally.pass);
  const findings = ['Fail', 'Unknown', 'Pass', '未通过', '无法判定', '通过'];
  return [...counts].map(([word, count]) => {
    // Requirements that were tested are counted apart from those that were not.
    const total = findings.includes(word) ? assessment.findings.length : '';
    return squeeze(language === 'en' ? `${word}${count}of${total}` : `${word}${count}/${total}`);
  });
}

/** What the report of one framework is about: the findings of the controls that are mapped to it. */
const limitedTo = (assessment: Assessment, id: string): Assessment =>
  limitAssessment(assessment, {
    frameworks: frameworksIn(assessment).filter((each) => each.split('@')[0] === id),
  });

const squeeze = (text: string): string => text.replaceAll(/[\s\u200B]+/g, '');

describeWithRoot('reports of one scan of a real engine', ['dockerd', 'docker', 'busybox'], () => {
  let engine: TestEngine;
  let folder = '';
  let made: CliRun;
  let assessment: Assessment;
  const matrix = frameworks.flatMap((framework) =>
    languages.map((language) => ({ framework, language })),
  );
  const pathOf = (framework: string, language: string, extension: string): string =>
    join(folder, 'out', `report-${framework}-${language}.${extension}`);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plimsoll-reports-'));
    engine = await startEngine();
    const run = ['run', '-d', '--network=none', '--privileged', '--name', 'runner'];
    await engine.docker(...run, engine.image, 'sleep', '100000');
    await runCli([
      'scan',
      `unix://${engine.socket}`,
      ...frameworks.flatMap((id) => ['--framework', id]),
      ...['--format', 'json', '-o', folder],
    ]);
    const path = join(folder, 'assessment.json');
    assessment = parseAssessment(JSON.parse(await readFile(path, 'utf8')));
    made = await runCli([
      ...['report', path, '--framework', 'all', '--format', 'html,pdf'],
      ...['--language', 'en,zh', '-o', join(folder, 'out')],
    ]);
  }, 180_000);
  afterAll(async () => {
    await engine.stop();
    await rm(folder, { recursive: true });
  });

  it('are made in one command, which says what they took', () => {
    expect(made.status).toBe(0);
    expect(made.stdout.trim().split('\n')).toHaveLength(12);
    expect(made.stderr).toMatch(
      /^12 reports in [\d.]+ s: html 6 in [\d.]+ s, pdf 6 in [\d.]+ s\n$/,
    );
  });

  describeInBrowser('as HTML', () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launchBrowser();
    }, 60_000);
    afterAll(() => browser.close());

    it.each(matrix)('count what the assessment counts: $framework in $language', async (each) => {
      const page = await browser.newPage();
      await page.goto(pathToFileURL(pathOf(each.framework, each.language, 'html')).href);
      const standing = (name: string): Promise<number> =>
        page.locator(`li.finding[data-standing="${name}"]`).count();
      const { tally } = limitedTo(assessment, each.framework).summary;
      expect(tally.fail).toBeGreaterThan(10);
      expect(await standing('fail')).toBe(tally.fail);
      expect(await standing('pass')).toBe(tally.pass);
      expect(await standing('unknown')).toBe(tally.unknown);
      expect(await standing('manual')).toBe(tally.manual);
      expect(await standing('not-applicable')).toBe(tally.notApplicable);
      const rows = (await page.locator('tr').allTextContents()).map(squeeze);
      for (const count of countsOf(
        limitedTo(assessment, each.framework),
        each.framework,
        each.language,
      )) {
        expect(rows.filter((row) => row.startsWith(count)).length).toBeGreaterThan(0);
      }
      await page.close();
    });
  });

  describeWithPdfTools('as PDF', () => {
    it.each(matrix)('count what the assessment counts: $framework in $language', (each) => {
      const text = squeeze(readPdf('pdftotext', pathOf(each.framework, each.language, 'pdf')));
      const counts = countsOf(limitedTo(assessment, each.framework), each.framework, each.language);
      expect(counts.length).toBeGreaterThan(4);
      for (const count of counts) expect(text).toContain(count);
    });
  });
});
