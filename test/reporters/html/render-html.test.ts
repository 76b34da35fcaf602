import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseAssessment } from '../../../src/core/assessment/parse-assessment.ts';
import { buildDocument } from '../../../src/reporters/documents/build-document.ts';
import { renderHtml } from '../../../src/reporters/html/render-html.ts';
import { largeAssessment, sampleAssessment } from '../../fixtures/assessment.ts';
import { hostileAssessment } from '../../fixtures/hostile.ts';
import { sampleFramework } from '../../fixtures/sample-framework.ts';

const frameworkId = sampleFramework.id;
const page = renderHtml(buildDocument(sampleAssessment(), { language: 'en', frameworkId }));

const hashOf = (element: string): string => {
  const content = new RegExp(`<${element}>([^]*?)</${element}>`).exec(page)?.[1] ?? '';
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
};

describe('the page', () => {
  it('allows itself its own style and script, and nothing else', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];
    expect(policy?.replaceAll('&#39;', "'")).toBe(
      `default-src 'none'; style-src ${hashOf('style')}; script-src ${hashOf('script')}; base-uri 'none'; form-action 'none'`,
    );
  });

  it('needs no other file and no address', () => {
    expect(page).not.toMatch(/\b(src|srcset|action|data|poster|background)=/);
    // The pattern of a drawing is in the page itself.
    expect(page).not.toMatch(/@import|url\((?!#look-)/);
  });

  it('has no style or handler in any attribute', () => {
    const body = page.replace(/<script>[^]*<\/script>/, '').replace(/<style>[^]*<\/style>/, '');
    expect(body).not.toMatch(/<[^>]*\s(style|on\w+)=/);
  });

  it('leaves out of its layout a table of more rows than anybody looks at together', () => {
    const large = renderHtml(buildDocument(largeAssessment(300), { language: 'en', frameworkId }));
    const long = [...large.matchAll(/<div class="scroll long">.*?<\/table>/gs)];
    expect(long.map(([table]) => table.match(/<tr/g)?.length)).toEqual([301]);
    expect(page).not.toContain('class="scroll long"');
  });

  it('has every anchor once, and no link to one that is not there', () => {
    const ids = Array.from(page.matchAll(/\sid="([^"]*)"/g), ([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = Array.from(page.matchAll(/href="#([^"]*)"/g), ([, id]) => id);
    expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
    expect(targets.length).toBeGreaterThan(50);
  });

  it('shows every finding once', () => {
    const { findings } = sampleAssessment();
    const shown = Array.from(
      page.matchAll(/<li\s+class="finding"\s+id="finding-(\d+)"/g),
      ([, n]) => Number(n),
    );
    expect(shown.toSorted((a, b) => a - b)).toEqual(findings.map((_, at) => at + 1));
  });

  it('keeps its headings in order', () => {
    const levels = Array.from(page.matchAll(/<h([1-6])/g), ([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    const steps = levels.map((level, at) => level - (levels[at - 1] ?? 0));
    expect(Math.max(...steps)).toBe(1);
  });

  it('gives every head of a table its scope', () => {
    expect(page).not.toMatch(/<th(?![^>]*scope=)[\s>]/);
  });

  it('never says what only an assessor may say', () => {
    for (const language of ['en', 'zh'] as const) {
      const text = renderHtml(buildDocument(sampleAssessment(), { language, frameworkId }));
      expect(text).not.toMatch(/complian[ct]|合规/i);
    }
  });
});

describe('the same assessment', () => {
  it.each(['en', 'zh'] as const)('gives the same bytes twice in %s', (language) => {
    const once = renderHtml(buildDocument(sampleAssessment(), { language, frameworkId }));
    const again = renderHtml(
      buildDocument(parseAssessment(JSON.parse(JSON.stringify(sampleAssessment()))), {
        language,
        frameworkId,
      }),
    );
    expect(again).toBe(once);
  });
});

describe('hostile texts', () => {
  const hostile = renderHtml(buildDocument(hostileAssessment(), { language: 'en', frameworkId }));

  it('leave as valid text without anything that acts', () => {
    expect(hostile).not.toMatch(/\p{Cs}/u);
    expect(hostile).not.toMatch(/(?!\n)[\p{Cc}\p{Co}\u202A-\u202E\u2066-\u2069\u200B\uFEFF]/u);
  });

  it('open no element and no attribute', () => {
    expect(hostile.match(/<script/g)).toHaveLength(1);
    expect(hostile.match(/<style/g)).toHaveLength(1);
    expect(hostile).not.toContain('<img');
    expect(hostile).not.toContain('href="javascript:');
  });

  it('are cut when they are long, with a note', () => {
    expect(hostile).toContain('⟨99,800 more characters⟩');
    expect(hostile.length).toBeLessThan(1_500_000);
  });
});

describe('10,000 findings', () => {
  const assessment = largeAssessment(2000);

  it('take about a second and less than 12 MB', () => {
    const before = process.cpuUsage();
    const text = renderHtml(buildDocument(assessment, { language: 'zh', frameworkId }));
    const { user, system } = process.cpuUsage(before);
    expect(assessment.findings.length).toBeGreaterThan(10_000);
    expect(Buffer.byteLength(text)).toBeLessThan(12_000_000);
    // Measured at 0.5 s of CPU; the clock would tell more of what else the machine does.
    expect((user + system) / 1e6).toBeLessThan(2);
  });
});
