import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchBrowser } from '../test/support/launch-browser.ts';

// Takes the pictures of the README, in both languages, from a report of the recorded example. Build first: npm run build
const root = path.join(import.meta.dirname, '..');
const framework = 'pci-dss-4.0.1';
const endings = { en: 'png', zh: 'zh.png' };

/** Runs in the page: leaves one failure with all of its facts, where nothing that is laid out later can move it. */
const leaveFinding = `
  const failures = Array.from(document.querySelectorAll('#failures article'));
  document.body.replaceChildren(
    failures.find((each) => each.textContent.includes('workload-no-engine-socket')),
  );
  for (const details of document.querySelectorAll('details')) details.open = true;`;

const folder = mkdtempSync(path.join(tmpdir(), 'plimsoll-pictures-'));
try {
  const what = ['examples/recorded/snapshot.json', '--framework', framework, '--no-config'];
  const how = ['--format', 'html', '--lang', 'en,zh', '--fail-on', 'none', '--quiet'];
  execFileSync(process.execPath, ['dist/cli.js', 'scan', ...what, ...how, '--out', folder], {
    cwd: root,
  });

  const browser = await launchBrowser();
  for (const [language, ending] of Object.entries(endings)) {
    const to = (name: string): string => path.join(root, 'docs/images', `${name}.${ending}`);
    const page = await browser.newPage({ viewport: { width: 920, height: 700 } });
    await page.goto(pathToFileURL(path.join(folder, `report-${framework}-${language}.html`)).href);
    await page.screenshot({ path: to('report-pci-dss') });

    await page.evaluate(leaveFinding);
    await page.locator('article').screenshot({ path: to('finding') });
  }
  await browser.close();
} finally {
  rmSync(folder, { recursive: true });
}
