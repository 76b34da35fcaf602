import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Assessment } from '../../../src/core/assessment/assessment.ts';
import type { Language } from '../../../src/core/text.ts';
import { buildDocument } from '../../../src/reporters/documents/build-document.ts';
import { buildReport } from '../../../src/reporters/model/build-report.ts';
import { renderHtml } from '../../../src/reporters/html/render-html.ts';
import { sampleAssessment } from '../../fixtures/assessment.ts';
import { hostileAssessment, hostileTexts } from '../../fixtures/hostile.ts';
import { sampleFramework } from '../../fixtures/sample-framework.ts';
import {
  cardsLeft,
  cutOff,
  findBarriers,
  findPoorContrast,
  headOfCell,
  overflow,
  provoke,
} from '../../support/browser-scripts.ts';
import { describeInBrowser } from '../../support/chromium.ts';
import { launchBrowser } from '../../support/launch-browser.ts';

describeInBrowser('the page in a browser', () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plimsoll-html-'));
    browser = await launchBrowser();
    // What the first page of all waits for is no part of a test.
    const { page } = await open(hostileAssessment());
    await page.evaluate(provoke);
    await page.close();
  }, 90_000);
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  /** Opens the report of an assessment, and notes everything that the page does beyond being read. */
  async function open(
    assessment: Assessment,
    { language = 'en', ...options }: BrowserContextOptions & { language?: Language } = {},
    hash = '',
  ): Promise<{ page: Page; deeds: string[] }> {
    const path = join(folder, `${language}.html`);
    const frameworkId = sampleFramework.id;
    await writeFile(path, renderHtml(buildDocument(assessment, { language, frameworkId })));
    const page = await browser.newPage(options);
    const deeds: string[] = [];
    page.on('console', (message) => deeds.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => deeds.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      deeds.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    const url = pathToFileURL(path).href;
    page.on('request', (request) => {
      if (request.url() !== `${url}${hash}` && request.url() !== url) {
        deeds.push(`request: ${request.url()}`);
      }
    });
    await page.goto(`${url}${hash}`);
    if (options.javaScriptEnabled !== false) await page.locator('button.fold').click();
    return { page, deeds };
  }

  const visibleFindings = (page: Page): Promise<number> =>
    page.locator('li.finding:not([hidden])').count();

  it.each(['en', 'zh'] as const)(
    'shows hostile texts as text and does nothing in %s',
    async (language) => {
      const { page, deeds } = await open(hostileAssessment(), { language });
      // Everything that is open or closed is opened, and everything that can be pointed at is.
      await page.evaluate(provoke);
      const names = await page.locator('li.finding .name').allTextContents();
      expect(names).toEqual(
        expect.arrayContaining([
          hostileTexts.script,
          hostileTexts.handler,
          hostileTexts.attribute,
          hostileTexts.style,
          hostileTexts.entity,
          hostileTexts.typst,
          hostileTexts.template,
          'invoice⟨U+202E⟩fdp.exe⟨U+202C⟩ ⟨U+2066⟩isolated⟨U+2069⟩',
          '⟨U+001B⟩[31mred⟨U+001B⟩[0m⟨U+0007⟩⟨U+009B⟩1m',
          'before⟨U+0000⟩after',
          'high⟨U+D800⟩ low⟨U+DC00⟩',
        ]),
      );
      expect(await page.title()).not.toBe('owned');
      expect(await page.locator('img, iframe, object, embed').count()).toBe(0);
      expect(await page.locator('[href^="javascript"]').count()).toBe(0);
      expect(deeds).toEqual([]);
      await page.close();
    },
  );

  it('counts what the assessment counts', async () => {
    const assessment = sampleAssessment();
    const { page, deeds } = await open(assessment);
    const { tally } = assessment.summary;
    const count = (standing: string): Promise<number> =>
      page.locator(`li.finding[data-standing="${standing}"]`).count();
    expect(await count('pass')).toBe(tally.pass);
    expect(await count('fail')).toBe(tally.fail);
    expect((await count('waived')) + (await count('compensated'))).toBe(tally.waived);
    expect(await count('unknown')).toBe(tally.unknown);
    expect(await count('error')).toBe(tally.error);
    expect(await count('manual')).toBe(tally.manual);
    expect(await count('not-applicable')).toBe(tally.notApplicable);
    const line = (await page.locator('.summary .line').textContent())?.replaceAll(/\s+/g, ' ');
    expect(line).toContain(`Fail ${tally.fail}`);
    expect(line).toContain(`Pass ${tally.pass}`);
    expect(deeds).toEqual([]);
    await page.close();
  });

  it('finds and filters, and says how much it shows', async () => {
    const { page } = await open(sampleAssessment());
    const all = await visibleFindings(page);
    await page.getByRole('searchbox').fill('payments-api memory');
    await expect.poll(() => visibleFindings(page)).toBe(1);
    expect(await page.locator('.filter output').textContent()).toBe(`Findings shown: 1 of ${all}`);
    expect(await page.locator('#scope').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Clear' }).click();
    await expect.poll(() => visibleFindings(page)).toBe(all);
    expect(await page.locator('#scope').isVisible()).toBe(true);
    await page.getByRole('combobox', { name: 'Status' }).selectOption('pass');
    await expect.poll(() => visibleFindings(page)).toBe(sampleAssessment().summary.tally.pass);
    expect(await page.locator('li.finding:not([hidden])').first().isVisible()).toBe(true);
    await page.getByRole('combobox', { name: 'Severity' }).selectOption('critical');
    await expect.poll(() => visibleFindings(page)).toBe(7);
    await page.close();
  });

  it('opens what a link points to', async () => {
    const number = sampleAssessment().findings.findIndex(({ status }) => status === 'pass') + 1;
    const { page } = await open(sampleAssessment(), {}, `#finding-${number}`);
    await expect.poll(() => page.locator(`#finding-${number}`).isVisible()).toBe(true);
    await page.close();
  });

  it('is whole without JavaScript', async () => {
    const { page, deeds } = await open(sampleAssessment(), { javaScriptEnabled: false });
    expect(await page.locator('form.filter').isVisible()).toBe(false);
    expect(await page.locator('li.finding[data-standing="fail"]').first().isVisible()).toBe(true);
    await page.locator('#controls details.list summary').first().click();
    expect(await page.locator('li.finding[data-standing="pass"]').first().isVisible()).toBe(true);
    expect(deeds.filter((deed) => !deed.includes('script'))).toEqual([]);
    await page.close();
  });

  it('prints its evidence, opened or not, without JavaScript', async () => {
    const { page } = await open(sampleAssessment(), { javaScriptEnabled: false });
    await page.emulateMedia({ media: 'print' });
    const closed = page.locator('#controls details:not([open]) .evidence li').first();
    const box = await closed.boundingBox();
    expect(box?.height).toBeGreaterThan(0);
    expect(await page.locator('.contents').isVisible()).toBe(false);
    await page.close();
  });

  it.each(['light', 'dark'] as const)(
    'has enough contrast everywhere in %s',
    async (colorScheme) => {
      const { page } = await open(sampleAssessment(), { colorScheme });
      const { looked, poor } = await page.evaluate<{ looked: number; poor: string[] }>(
        findPoorContrast,
      );
      expect(looked).toBeGreaterThan(200);
      expect(poor).toEqual([]);
      await page.close();
    },
  );

  it.each([
    ['en', 'light'],
    ['en', 'dark'],
    ['zh', 'light'],
    ['zh', 'dark'],
  ] as const)(
    'has no barrier of WCAG 2.2 AA that axe knows, in %s and %s',
    async (language, colorScheme) => {
      const { page } = await open(sampleAssessment(), { language, colorScheme });
      await page.evaluate(provoke);
      await page.evaluate(axe.source);
      expect(await page.evaluate(findBarriers)).toEqual({ looked: true, barriers: [] });
      await page.close();
    },
  );

  it('chooses findings by kind, by subject, by waiver and by requirement', async () => {
    const assessment = sampleAssessment();
    const { page } = await open(assessment);
    const subject = page.getByRole('combobox', { name: 'Subject' });
    await subject.selectOption({ label: 'Engine: all' });
    const ofEngine = assessment.findings.filter(({ subject }) => subject.kind === 'engine').length;
    await expect.poll(() => visibleFindings(page)).toBe(ofEngine);
    await subject.selectOption({ label: '支付网关' });
    const ofOne = assessment.findings.filter(({ subject: { name } }) => name === '支付网关').length;
    await expect.poll(() => visibleFindings(page)).toBe(ofOne);
    await page.getByRole('button', { name: 'Clear' }).click();
    const waivers = page.getByRole('combobox', { name: 'Waivers' });
    await waivers.selectOption('yes');
    await expect.poll(() => visibleFindings(page)).toBe(assessment.summary.tally.waived);
    await waivers.selectOption('no');
    const unwaived = assessment.findings.length - assessment.summary.tally.waived;
    await expect.poll(() => visibleFindings(page)).toBe(unwaived);
    await page.getByRole('button', { name: 'Clear' }).click();
    const { requirements, controls: all } = buildReport(assessment, {
      language: 'en',
      frameworkId: sampleFramework.id,
    });
    const wanted = requirements.find(({ controls: of }) => of.length > 0);
    const option = page.locator('select[name="requirement"] option', {
      hasText: wanted?.title ?? 'no requirement',
    });
    await page
      .getByRole('combobox', { name: 'Requirement' })
      .selectOption((await option.getAttribute('value')) ?? '');
    const anchors = new Set(wanted?.controls.map(({ anchor }) => anchor));
    const held = all.flatMap(({ anchor, findings }) =>
      anchors.has(anchor) ? findings : [],
    ).length;
    expect(held).toBeGreaterThan(0);
    await expect.poll(() => visibleFindings(page)).toBe(held);
    await page.close();
  });

  it('copies what to do', async () => {
    const { page } = await open(sampleAssessment(), {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const words = page.locator('.words', { has: page.locator('button.copy') }).first();
    const fix = await words.locator('.prose').textContent();
    await words.getByRole('button', { name: 'Copy' }).click();
    await expect.poll(() => words.locator('button.copy').textContent()).toBe('Copied');
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(fix);
    await page.close();
  });

  it('keeps the words of a card within it', async () => {
    const { page } = await open(sampleAssessment(), { viewport: { width: 1100, height: 800 } });
    expect(await page.evaluate(cardsLeft)).toBe(0);
    await page.close();
  });

  it('does not scroll sideways on a phone', async () => {
    const { page } = await open(hostileAssessment(), { viewport: { width: 380, height: 800 } });
    expect(await page.evaluate(overflow)).toBe(0);
    await page.close();
  });

  it.each(['en', 'zh'] as const)('cuts nothing off on a phone, in %s', async (language) => {
    const viewport = { width: 390, height: 800 };
    const { page } = await open(sampleAssessment(), { language, viewport });
    await page.evaluate(provoke);
    expect(await page.evaluate(cutOff)).toEqual([]);
    const cell = page.locator('#requirements td[data-head]').first();
    const head = (await cell.getAttribute('data-head')) ?? 'no head';
    expect(await page.evaluate(headOfCell)).toContain(head);
    await page.evaluate(axe.source);
    expect(await page.evaluate(findBarriers)).toEqual({ looked: true, barriers: [] });
    await page.close();
  });

  it.each([
    [390, 844, 'en'],
    [390, 844, 'zh'],
    [1400, 900, 'en'],
  ] as const)(
    'has the first sentence of its summary on the first screen, of %i by %i in %s',
    async (width, height, language) => {
      const { page } = await open(sampleAssessment(), { language, viewport: { width, height } });
      const sentence = await page.locator('#summary p').first().textContent();
      const lead = page.locator('.cover .lead').first();
      expect((await lead.textContent())?.trim()).toBe(sentence?.trim());
      const box = await lead.boundingBox();
      expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThan(height);
      await page.close();
    },
  );

  it('counts anew what a filter leaves, and hides the sections that it empties with their links', async () => {
    const { page } = await open(sampleAssessment());
    const section = page.locator('#severity-critical');
    const link = page.locator('.contents a[href="#accepted"]');
    expect(await link.isVisible()).toBe(true);
    const before = await section.locator('small.count').textContent();
    await page.getByRole('searchbox').fill('支付网关');
    await page.getByRole('combobox', { name: 'Status' }).selectOption('fail');
    await expect.poll(() => section.locator('small.count').textContent()).toBe('findings: 1');
    expect(before).toBe('findings: 2');
    expect(await link.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Clear' }).click();
    await expect.poll(() => link.isVisible()).toBe(true);
    expect(await section.locator('small.count').textContent()).toBe(before);
    await page.close();
  });

  it('has its filter folded away in a bar of one row', async () => {
    const { page } = await open(sampleAssessment(), { viewport: { width: 1400, height: 800 } });
    await page.locator('button.fold').click();
    expect(await page.locator('form.filter').isVisible()).toBe(false);
    const { height = 0 } = (await page.locator('.summary').boundingBox()) ?? {};
    expect(height).toBeGreaterThan(20);
    expect(height).toBeLessThan(60);
    await page.close();
  });
});
