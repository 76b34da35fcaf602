import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { renderReport } from 'plimsoll/report';
import { largeAssessment } from '../test/fixtures/assessment.ts';
import { timeFilter } from '../test/support/browser-scripts.ts';
import { launchBrowser } from '../test/support/launch-browser.ts';
import { median } from './median.ts';

/** As a person types them, one letter after another. */
const typed = ['payments memory', 'service-129', '支付服务'].flatMap((text) =>
  Array.from(text, (_, at) => text.slice(0, at + 1)).filter((each) => !each.endsWith(' ')),
);

/** One filter after another, each taken back: everything is laid out again then. */
const chosenBy = [
  ['standing', 'fail'],
  ['standing', 'pass'],
  ['standing', ''],
  ['severity', 'high'],
  ['severity', ''],
  ['subject', '18'],
  ['subject', ''],
] as const;

/** Opens the HTML of about 10,000 findings in a real browser, searches it letter by letter, and prints what it took. */
const assessment = largeAssessment(2000);
const [framework] = assessment.frameworks;
const html = await renderReport('html', assessment, { language: 'en', frameworkId: framework?.id });
const folder = mkdtempSync(join(tmpdir(), 'plimsoll-bench-'));
const browser = await launchBrowser();
try {
  const path = join(folder, 'report.html');
  writeFileSync(path, html);
  const page = await browser.newPage();
  const started = performance.now();
  await page.goto(pathToFileURL(path).href, { timeout: 120_000 });
  await page.locator('form.filter').waitFor({ state: 'visible' });
  const openMs = performance.now() - started;
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async (): Promise<number> => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  };
  const keystrokes: number[] = [];
  const own: number[] = [];
  for (const text of typed) {
    const before = await busy();
    keystrokes.push(...(await page.evaluate<number[]>(timeFilter([text]))));
    own.push((await busy()) - before);
  }
  const choices: number[] = [];
  const chosen: number[] = [];
  for (const [field, value] of chosenBy) {
    const before = await busy();
    choices.push(...(await page.evaluate<number[]>(timeFilter([value], field))));
    chosen.push((await busy()) - before);
  }
  const figures = {
    findings: assessment.findings.length,
    bytes: Buffer.byteLength(html),
    openMs,
    keystrokeMs: median(keystrokes),
    slowestKeystrokeMs: Math.max(...keystrokes),
    ownMs: median(own),
    slowestOwnMs: Math.max(...own),
    choiceMs: Math.max(...choices),
    ownChoiceMs: Math.max(...chosen),
  };
  console.log(JSON.stringify(figures));
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
