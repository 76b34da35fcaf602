import { describe, expect, it } from 'vitest';
import { buildReport } from '../../../../src/reporters/model/build-report.ts';
import type { Papers } from '../../../../src/core/snapshot/papers.ts';
import { assessedBy, paperOf, wordsIn } from '../../../support/papers.ts';

const reportOf = async (id: 'jrt-0122-2014' | 'jrt-0123-2018', papers: Papers = {}) =>
  buildReport(await assessedBy(id, papers), { language: 'en', frameworkId: id });

describe('the paper of JR/T 0122 and 0123', () => {
  it.each(['jrt-0122-2014', 'jrt-0123-2018'] as const)(
    'of %s asks for the kind of payment business, and lists and counts one',
    async (id) => {
      const report = await reportOf(id);
      const kinds = new Set(report.requirements.flatMap(({ levels }) => levels));
      expect([...kinds]).toEqual(['internet-payment']);
      expect(report.scope.notices.join(' ')).toContain('No kind of payment business is named');
      expect(wordsIn(await paperOf(id), 'assessed')).toContainEqual([
        'Kind of payment business',
        '[to fill in: tested institution]',
      ]);
      expect(report.result.requirements?.[0]?.of).toBe(
        report.requirements.filter(({ group }) => !group).length,
      );
    },
  );

  it('lists the chapters of the kind that the configuration names', async () => {
    const papers = { payment: { business: 'prepaid-card' } } as const;
    const report = await reportOf('jrt-0123-2018', papers);
    expect(new Set(report.requirements.flatMap(({ levels }) => levels))).toEqual(
      new Set(['prepaid-card']),
    );
    expect(report.scope.notices.join(' ')).toContain('prepaid cards');
    expect(wordsIn(await paperOf('jrt-0123-2018', papers), 'assessed')).toContainEqual([
      'Kind of payment business',
      'prepaid cards',
    ]);
  });

  it('counts no chapter that has nothing to test', async () => {
    for (const id of ['jrt-0122-2014', 'jrt-0122-2018', 'gbt-41463-2022'] as const) {
      const report = buildReport(await assessedBy(id), { language: 'zh', frameworkId: id });
      const counted = report.requirements.filter(({ group }) => !group).map(({ title }) => title);
      expect(counted.length).toBeGreaterThan(0);
      for (const title of ['适用范围', '规范性引用文件', '术语和定义']) {
        expect(counted).not.toContain(title);
      }
    }
  });
});
