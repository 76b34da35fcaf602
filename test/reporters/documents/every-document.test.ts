import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Assessment } from '../../../src/core/assessment/assessment.ts';
import type { Language } from '../../../src/core/text.ts';
import { documents } from '../../../src/reporters/documents/registry.ts';
import { renderReport } from '../../../src/reporters/formats/registry.ts';
import { statedAssessment } from '../../fixtures/assessment.ts';
import { sampleHistory } from '../../fixtures/history.ts';
import { hostileAssessment, hostileTexts } from '../../fixtures/hostile.ts';
import { sampleFramework, sampleWords } from '../../fixtures/sample-framework.ts';
import { findBarriers, provoke } from '../../support/browser-scripts.ts';
import { describeInBrowser } from '../../support/chromium.ts';
import { launchBrowser } from '../../support/launch-browser.ts';
import { describeWithPdfTools, readPdf } from '../../support/pdf-tools.ts';

const hostile = hostileAssessment();

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-documents-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Every document in one of the languages, by turns: what they share is tested in both elsewhere. */
const every = documents.map(({ id }, at): { id: string; language: Language } => ({
  id,
  language: at % 2 === 0 ? 'en' : 'zh',
}));

const render = (
  format: 'html' | 'pdf',
  assessment: Assessment,
  document: string,
  language: Language,
): Promise<string | Uint8Array> =>
  renderReport(format, assessment, {
    language,
    document,
    frameworkId: sampleFramework.id,
    words: sampleWords,
    history: { ...sampleHistory, label: hostileTexts.handler },
    branding: { organisation: hostileTexts.script, documentNumber: hostileTexts.bidi },
  });

/** How hostile texts must read, wherever they stand. */
const inert = [
  hostileTexts.script,
  hostileTexts.handler,
  hostileTexts.typst,
  'invoice⟨U+202E⟩fdp.exe⟨U+202C⟩',
  '⟨U+001B⟩[31mred',
  'before⟨U+0000⟩after',
  'high⟨U+D800⟩ low⟨U+DC00⟩',
];
const squeeze = (text: string): string => text.replaceAll(/[\s\u200B]+/g, '');

describeInBrowser('every document in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  }, 60_000);
  afterAll(() => browser.close());

  it.each(every)('$id shows hostile texts as text, in $language', async ({ id, language }) => {
    const path = join(folder, `${id}.html`);
    await writeFile(path, await render('html', hostile, id, language));
    const page = await browser.newPage();
    const deeds: string[] = [];
    page.on('console', (message) => deeds.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => deeds.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      deeds.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    const url = pathToFileURL(path).href;
    page.on('request', (request) => {
      if (request.url() !== url) deeds.push(`request: ${request.url()}`);
    });
    await page.goto(url);
    await page.evaluate(provoke);
    const text = squeeze((await page.locator('body').textContent()) ?? '');
    for (const each of inert) expect(text).toContain(squeeze(each));
    expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
    expect(await page.title()).not.toBe('owned');
    expect(await page.locator('img, iframe, object, embed, main script').count()).toBe(0);
    expect(await page.locator('a:not([href^="#"]):not([href^="https://"])').count()).toBe(0);
    expect(deeds).toEqual([]);
    await page.close();
  });

  it.each(
    every.map((each, at) => ({ ...each, scheme: (['light', 'dark'] as const)[(at >> 1) % 2] })),
  )(
    '$id has no barrier of WCAG 2.2 AA that axe knows, in $language and $scheme',
    // Looking at every element takes a busy machine its time.
    { timeout: 120_000 },
    async ({ id, language, scheme = 'light' }) => {
      const path = join(folder, `${id}-axe.html`);
      await writeFile(path, await render('html', statedAssessment(), id, language));
      const page = await browser.newPage({ colorScheme: scheme });
      await page.goto(pathToFileURL(path).href);
      await page.evaluate(provoke);
      await page.evaluate(axe.source);
      expect(await page.evaluate(findBarriers)).toEqual({ looked: true, barriers: [] });
      await page.close();
    },
  );
});

describe('every document on another day', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
  });

  const onTwoDays = async (make: () => Promise<string | Uint8Array>): Promise<Buffer[]> => {
    const made: Buffer[] = [];
    for (const [day, zone] of [
      ['2026-11-25T09:00:00Z', 'Asia/Shanghai'],
      ['2031-03-01T23:59:59Z', 'America/New_York'],
    ] as const) {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(day) });
      vi.stubEnv('TZ', zone);
      made.push(Buffer.from(await make()));
    }
    return made;
  };

  it.each(every)('$id has the same bytes as HTML', async ({ id, language }) => {
    const [one, other] = await onTwoDays(() => render('html', hostile, id, language));
    expect(one?.length).toBeGreaterThan(50_000);
    expect(other?.equals(one ?? Buffer.of())).toBe(true);
  });

  describeWithPdfTools('as PDF', () => {
    it.each(every)(
      '$id has the same bytes, and shows hostile texts as text',
      async ({ id, language }) => {
        const [one = Buffer.of(), other] = await onTwoDays(() =>
          render('pdf', hostile, id, language),
        );
        expect(other?.equals(one)).toBe(true);
        const path = join(folder, `${id}.pdf`);
        await writeFile(path, one);
        const text = readPdf('pdftotext', path);
        for (const each of inert) expect(squeeze(text)).toContain(squeeze(each));
        // oxlint-disable-next-line no-control-regex -- they are what must not be there
        expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u0000\u001B]/);
        expect(text).toContain(language === 'en' ? 'Page 2 of' : '第 2 页，共');
      },
      60_000,
    );
  });
});
