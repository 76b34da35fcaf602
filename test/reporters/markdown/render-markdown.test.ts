import { describe, expect, it } from 'vitest';
import { code, opened, plain } from '../../../src/reporters/markdown/escape-markdown.ts';
import { renderReport } from '../../../src/reporters/formats/registry.ts';
import { sampleAssessment } from '../../fixtures/assessment.ts';
import { hostileAssessment } from '../../fixtures/hostile.ts';

const assessment = sampleAssessment();

describe('Markdown', () => {
  it('has the figures, what failed and what was accepted', async () => {
    const text = String(await renderReport('markdown', assessment, { language: 'en' }));
    const { tally, findings } = assessment.summary;
    expect(text).toContain(`| Fail | ${tally.fail} / ${findings} |`);
    const [failed] = assessment.findings.filter(
      ({ status, waiver }) => status === 'fail' && waiver === undefined,
    );
    expect(text).toContain(`\`${failed?.controlId}\``);
    const [accepted] = assessment.waivers;
    expect(text).toContain(plain(accepted?.waiver.reason ?? '-'));
  });

  it('names the file and the line of a failure, as a link where it is known where files are shown', async () => {
    const [failed] = assessment.findings.filter(
      ({ status, waiver }) => status === 'fail' && waiver === undefined,
    );
    const at = async (path: string, filesUrl?: string) => {
      const source = { kind: 'file' as const, path, line: 7 };
      const observations = [{ path: '/privileged', value: true, source }];
      const findings = failed ? [{ ...failed, observations }] : [];
      const of = { ...assessment, findings };
      return String(await renderReport('markdown', of, { language: 'en', filesUrl }));
    };
    const url = 'https://github.com/acme/shop/blob/abc/';
    expect(await at('web/Dockerfile')).toContain('| `web/Dockerfile:7` |');
    expect(await at('./a (b)/Dockerfile', url)).toContain(
      `| [\`a (b)/Dockerfile:7\`](${url}a%20%28b%29/Dockerfile#L7) |`,
    );
    for (const outside of ['/etc/docker/daemon.json', '../Dockerfile']) {
      const text = await at(outside, url);
      expect([outside, text.includes(url), text.includes(outside)]).toEqual([outside, false, true]);
    }
    expect(await at('/proc/812/status', url)).not.toContain('/proc/');
  });

  it('speaks Chinese', async () => {
    const text = String(await renderReport('markdown', assessment, { language: 'zh' }));
    expect(text).toContain('| 检查结果 | 数量 |');
  });

  it('lets nothing that was scanned become markup, a mention or a row of its own', async () => {
    const text = String(await renderReport('markdown', hostileAssessment(), { language: 'en' }));
    for (const line of text.split('\n')) {
      // What stands in code is shown as it is.
      const outside = line.replaceAll(/(`+)(?!`).*?(?<!`)\1(?!`)/g, '');
      expect(outside.replaceAll(/^<\/?(details|summary)>|<\/summary>$/g, '')).not.toMatch(
        /(?<!\\)[<>@]|(?<!\\)!\[/,
      );
    }
  });

  it.each([
    'pids_limit is 0 (unlimited); allowed: 1 to 4,096',
    'read-only root: /etc/docker/daemon.json, v29.1.0!',
    'CIS Docker Benchmark 1.8.0 - Level 1 & 2, items [a] and {b}',
    '风险接受（已批准）：read_only_root',
  ])('writes %j as it is', (text) => {
    expect([plain(text), opened(text)]).toEqual([text, text]);
  });

  it.each([
    ['*a* _b_ `c`', String.raw`\*a\* \_b\_ ` + '\\`c\\`'],
    ['[a](b) ![c](d) [e][f]', String.raw`\[a\](b) \!\[c\](d) \[e\][f]`],
    ['#12 !34 &5 $x$ ~6', String.raw`\#12 \!34 \&5 \$x$ \~6`],
    ['https://a.b www.c.d e@f.g :smile:', String.raw`https\://a.b www\.c.d e\@f.g \:smile:`],
    [String.raw`a|b\c <b>`, String.raw`a\|b\\c \<b\>`],
    ['__init__ a_b _c', String.raw`\_\_init\_\_ a_b \_c`],
  ])('takes from %j what acts within a line', (text, written) => {
    expect(plain(text)).toBe(written);
  });

  it.each([
    ['# a', String.raw`\# a`],
    ['- a', String.raw`\- a`],
    ['1. a', String.raw`1\. a`],
    ['===', String.raw`\===`],
    ['[a]: b', String.raw`\[a]: b`],
    ['    a', 'a'],
  ])('takes from %j what begins a block', (text, written) => {
    expect(opened(text)).toBe(written);
  });

  it.each(['`', '``', 'a`b', '', '|', 'a\nb'])('writes %j as code on one line', (text) => {
    const written = code(text);
    expect(written).toMatch(/^(`+)[\s\S]+\1$/);
    expect(written).not.toContain('\n');
    expect(written.replaceAll('\\|', '')).not.toContain('|');
  });
});
