import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveConsole } from '../../src/console/serve-console.ts';
import type { FleetStore } from '../../src/evidence/fleet/open-fleet-store.ts';
import { findBarriers, overflow } from '../support/browser-scripts.ts';
import { describeInBrowser } from '../support/chromium.ts';
import { fillFleet, testConsole } from '../support/console.ts';
import { launchBrowser } from '../support/launch-browser.ts';

const pages = [
  '/',
  '/frameworks/pci-dss-4.0.1',
  '/controls/workload-not-privileged',
  '/hosts',
  '/hosts/web-1',
  '/hosts/quiet-1',
  '/changes',
  '/silent',
  '/waivers?control=workload-not-privileged',
  '/evidence?host=web-1',
  '/nothing',
];

describeInBrowser('the console in a browser', () => {
  let browser: Browser;
  let folder = '';
  let store: FleetStore;
  let token = '';
  let served: Awaited<ReturnType<typeof serveConsole>>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'plimsoll-console-'));
    [browser, store] = await Promise.all([launchBrowser(), fillFleet(folder)]);
    const { handle, auditor } = await testConsole(store);
    token = auditor;
    served = await serveConsole(handle, { port: 0 });
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await served.close();
    await store.close();
    rmSync(folder, { recursive: true });
  });

  /** Opens a window in which somebody has signed in, and notes what goes wrong in it. */
  async function enter(
    options: BrowserContextOptions = {},
  ): Promise<{ page: Page; wrong: string[] }> {
    const page = await browser.newPage({ locale: 'en', ...options });
    const wrong: string[] = [];
    page.on('console', (message) => wrong.push(message.text()));
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('dialog', (dialog) => {
      wrong.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(served.url)) wrong.push(request.url());
    });
    await page.goto(`${served.url}en/`);
    wrong.length = 0;
    await page.getByLabel('Token').fill(token);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Where we stand' }).waitFor();
    return { page, wrong };
  }

  const go = async (page: Page, path: string): Promise<void> => {
    await page.goto(`${served.url.slice(0, -1)}${path}`);
    for (const summary of await page.locator('details:not([open]) > summary').all()) {
      await summary.click();
    }
  };

  it.each([
    ['en', 'light'],
    ['zh', 'dark'],
  ] as const)(
    'has no barrier that axe knows, in %s and %s',
    async (language, colorScheme) => {
      // Its policy lets nothing run but axe, which is put in from outside.
      const { page, wrong } = await enter({ colorScheme, bypassCSP: true });
      for (const path of pages) {
        await go(page, `/${language}${path}`);
        await page.evaluate(axe.source);
        expect([path, await page.evaluate(findBarriers)]).toEqual([
          path,
          { looked: true, barriers: [] },
        ]);
      }
      expect(wrong.filter((each) => !each.includes('404'))).toEqual([]);
      await page.close();
    },
    120_000,
  );

  it.each([390, 1920])(
    'does not scroll sideways at a width of %i',
    async (width) => {
      const { page, wrong } = await enter({ viewport: { width, height: 844 } });
      for (const path of pages) {
        for (const language of ['en', 'zh']) {
          await go(page, `/${language}${path}`);
          expect.soft([path, await page.evaluate(overflow)]).toEqual([path, 0]);
        }
      }
      expect(wrong.filter((each) => !each.includes('404'))).toEqual([]);
      await page.close();
    },
    120_000,
  );

  it('is used by keyboard alone, without JavaScript', async () => {
    const { page } = await enter({ javaScriptEnabled: false });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#main');
    await page.getByRole('link', { name: 'Hosts', exact: true }).press('Enter');
    await page.getByLabel('Name contains').fill('web');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'web-1' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'web-1' }).waitFor();
    await page.getByRole('link', { name: '中文' }).press('Enter');
    await page.getByRole('heading', { name: '近期变化' }).waitFor();
    await page.getByRole('button', { name: '退出' }).press('Enter');
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await page.close();
  });

  it('downloads evidence', async () => {
    const { page } = await enter();
    await go(page, '/en/evidence?host=web-1');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Snapshot (JSON)' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('web-1-3.snapshot.json');
    await page.close();
  });
});
