import { describe, expect, it } from 'vitest';
import { code, plain } from '../../../src/reporters/markdown/escape-markdown.ts';
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

  it.each(['`', '``', 'a`b', '', '|', 'a\nb'])('writes %j as code on one line', (text) => {
    const written = code(text);
    expect(written).toMatch(/^(`+)[\s\S]+\1$/);
    expect(written).not.toContain('\n');
    expect(written.replaceAll('\\|', '')).not.toContain('|');
  });
});
