import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageOf, root, sources, targetOf } from '../../scripts/site/pages.ts';
import { stagePages } from '../../scripts/site/stage.ts';
import { findBarriers } from '../support/browser-scripts.ts';
import { describeInBrowser } from '../support/chromium.ts';
import { launchBrowser } from '../support/launch-browser.ts';

const run = promisify(execFile);
const filesIn = (folder: string, ending: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith(ending),
  );

describe('the pages of the site', () => {
  it('are all documents, and their links lead to files of the project', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'plimsoll-pages-'));
    stagePages(folder, sources());
    const pages = filesIn(folder, '.md');
    expect(pages).toHaveLength(new Set(sources().map(pageOf)).size);
    expect(pages).toEqual(
      expect.arrayContaining([
        ...['index.md', 'guides.md', 'concepts.md'],
        ...['zh/index.md', 'zh/guides.md', 'zh/concepts.md', 'zh/controls/index.md'],
      ]),
    );
    rmSync(folder, { recursive: true });
  });

  it('are not made of a document whose link leads nowhere', () => {
    expect(() => targetOf('docs/concepts.md', 'missing.md')).toThrow(/missing\.md/);
    expect(targetOf('docs/library.md', '../schemas')).toEqual({ kind: 'nothing' });
    expect(targetOf('README.md', 'LICENSE')).toMatchObject({ kind: 'file', href: '/LICENSE.txt' });
  });
});

/** Documents of both languages with a few controls: all of them take a minute, and these the tenth of it. */
const part =
  '^(README|docs/(zh/)?[^/]+\\.md|docs/(zh/)?(controls|lint)/(README|workload-pids-limit|no-clock))';

describeInBrowser('the site in a browser', () => {
  let folder: string;
  let dist: string;
  let browser: Browser;

  beforeAll(async () => {
    mkdirSync(path.join(root, 'site'), { recursive: true });
    folder = mkdtempSync(path.join(root, 'site', 'test-'));
    dist = path.join(folder, 'dist');
    const [jiti, site] = ['node_modules/jiti/lib/jiti-cli.mjs', 'scripts/site.ts'];
    await run(process.execPath, [jiti, site, folder, part], { cwd: root });
    browser = await launchBrowser();
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const fileOf = (href: string): string =>
    decodeURIComponent(href.endsWith('/') ? `${href}index.html` : href).slice(1);

  /** Opens a page of the site, which is served from its folder; `strangers` has whatever else it asks for. */
  async function open(href: string): Promise<{ page: Page; strangers: readonly string[] }> {
    const page = await browser.newPage();
    const strangers: string[] = [];
    page.on('pageerror', (error) => strangers.push(error.message));
    await page.route('**/*', async (route) => {
      const { host, pathname } = new URL(route.request().url());
      const file = path.join(dist, fileOf(pathname));
      if (host === 'site.test' && existsSync(file)) return route.fulfill({ path: file });
      strangers.push(route.request().url());
      return route.abort();
    });
    await page.goto(`http://site.test${href}`);
    return { page, strangers };
  }

  it('leads to a page or a file by every link, and to a heading by every hash', () => {
    const known = new Set(sources().map((source) => pageOf(source).replace(/md$/, 'html')));
    const texts = new Map(
      filesIn(dist, '.html').map((name) => [name, readFileSync(path.join(dist, name), 'utf8')]),
    );
    const broken = [...texts].flatMap(([from, text]) =>
      [...text.matchAll(/ href="((?:\/|#)[^"]*)"/g)].flatMap(([, link = '']) => {
        const [href = '', hash = ''] = link.split('#');
        const to = href === '' ? from : fileOf(href);
        const target = texts.get(to);
        const there = target !== undefined || known.has(to) || existsSync(path.join(dist, to));
        const anchored =
          target === undefined ||
          hash === '' ||
          target.includes(`id="${decodeURIComponent(hash)}"`);
        return there && anchored ? [] : [`${from} → ${link}`];
      }),
    );
    expect(texts.size).toBeGreaterThan(60);
    expect(broken).toEqual([]);
  });

  it.each([
    ['English', '/', ''],
    ['Chinese', '/zh/', 'zh/'],
  ])('finds a control by its title and by its id in %s', async (_, start, below) => {
    const id = 'workload-pids-limit';
    const control = `/${below}controls/${id}.html`;
    const source = readFileSync(path.join(root, 'docs', `${below}controls/${id}.md`), 'utf8');
    const title = /^# (.+)$/m.exec(source)?.[1] ?? '';
    const { page, strangers } = await open(start);
    for (const words of [title, id]) {
      await page.locator('.DocSearch-Button').click();
      await page.locator('.VPLocalSearchBox input').fill(words);
      await page.getByRole('option').first().waitFor();
      await page.evaluate(axe.source);
      expect(await page.evaluate(findBarriers)).toEqual({ looked: true, barriers: [] });
      await page.locator(`.VPLocalSearchBox a.result[href^="${control}"]`).first().click();
      await page.waitForURL((url) => url.pathname === control);
      await expect.poll(() => page.locator('main h1').textContent()).toContain(title);
    }
    expect(strangers).toEqual([]);
    await page.close();
  });

  it('lists every Chinese guide beside a Chinese page, which leads to its English one', async () => {
    const { page } = await open('/zh/concepts.html');
    const hrefs = async (inside: string): Promise<readonly (string | null)[]> => {
      const links = await page.locator(`${inside} a`).all();
      return Promise.all(links.map((link) => link.getAttribute('href')));
    };
    const guides = readdirSync(path.join(root, 'docs/zh')).filter((name) => name.endsWith('.md'));
    expect(await hrefs('.VPSidebar')).toEqual(
      expect.arrayContaining(
        guides
          .filter((name) => name !== 'README.md')
          .map((name) => `/zh/${name.replace(/md$/, 'html')}`),
      ),
    );
    expect(await hrefs('.VPNavBarTranslations')).toEqual(['/concepts.html']);
    await page.close();
  });

  it.each([
    '/',
    '/coverage.html',
    '/controls/workload-pids-limit.html',
    '/zh/',
    '/zh/compose.html',
    '/zh/controls/workload-pids-limit.html',
  ])('has no barrier of WCAG 2.2 AA that axe knows: %s', async (href) => {
    const { page, strangers } = await open(href);
    expect(await page.locator('html').getAttribute('lang')).toBe(
      href.startsWith('/zh/') ? 'zh-CN' : 'en',
    );
    await page.locator('.DocSearch-Button').waitFor();
    await page.evaluate(axe.source);
    expect(await page.evaluate(findBarriers)).toEqual({ looked: true, barriers: [] });
    expect(strangers).toEqual([]);
    await page.close();
  });
});
