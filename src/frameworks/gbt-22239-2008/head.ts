import { publishedAt } from '../heads/source.ts';
import type { FrameworkLevel } from '../../core/frameworks/framework.ts';
import { text } from '../../core/text.ts';
import { aliasesOf } from '../heads/aliases.ts';
import type { FrameworkHead } from '../heads/framework-head.ts';

/** Each level is a chapter of its own and repeats what it takes over, so that none includes another. */
const levels = [
  { id: '1', title: text('Level 1', '第一级'), includes: ['1'] },
  { id: '2', title: text('Level 2', '第二级'), includes: ['2'] },
  { id: '3', title: text('Level 3', '第三级'), includes: ['3'] },
  { id: '4', title: text('Level 4', '第四级'), includes: ['4'] },
  {
    id: '5',
    title: text('Level 5, named only', '第五级（标准略去内容）'),
    includes: ['5'],
    note: text(
      'The standard names a fifth level and leaves out what it asks, so nothing can be assessed at level 5: start from gbt-22239-2008@4.',
      '标准设有第五级但略去内容，因此无法按第五级测评：可以 gbt-22239-2008@4 为基础。',
    ),
  },
] as const satisfies readonly FrameworkLevel[];

/** GB/T 22239-2008, the baseline of 等保 1.0, by control points. */
export const gbt222392008Head = {
  id: 'gbt-22239-2008',
  title: text(
    'GB/T 22239-2008 Baseline for classified protection of information systems (MLPS 1.0)',
    '信息安全技术 信息系统安全等级保护基本要求（GB/T 22239-2008，等保 1.0）',
  ),
  note: text(
    'The letter behind a control point tells what it protects: S the information, A the availability of the service, G both. A system graded S2A3 answers to the S points of level 2 and the A points of level 3; one report judges one level.',
    '控制点后的字母表示其保护侧重：S 为业务信息安全类，A 为系统服务保证类，G 为通用类。定级为 S2A3 的系统按第二级的 S 类与第三级的 A 类要求测评；一份报告只按一个级别判定。',
  ),
  edition: {
    version: 'GB/T 22239-2008',
    publisher: text(
      'General Administration of Quality Supervision, Inspection and Quarantine, Standardization Administration of China',
      '国家质量监督检验检疫总局、国家标准化管理委员会',
    ),
    published: '2008-06-19',
    status: 'retired',
    retiredOn: '2019-12-01',
    supersededBy: 'gbt-22239-2019',
    source: publishedAt(
      text(
        'GB/T 22239-2008, 19 June 2008, public system of national standards: https://openstd.samr.gov.cn',
        'GB/T 22239-2008，2008 年 6 月 19 日发布，国家标准全文公开系统：https://openstd.samr.gov.cn',
      ),
      text(
        'general knowledge of the edition, whose control points of each level add up to the figures that are known, 48, 66, 73 and 77',
        '对该版标准的一般了解（各级控制点数目与公知的 48、66、73、77 相符）',
      ),
    ),
  },
  levels,
  defaultLevel: '3',
  aliases: aliasesOf('gbt-22239-2008', [
    '等保1.0',
    '等保-1.0',
    '等级保护1.0',
    '信息系统安全等级保护',
    'dengbao-1.0',
    'mlps-1.0',
    'mlps1.0',
    'gbt22239-2008',
    'gb-22239-2008',
    'gb22239-2008',
  ]),
} as const satisfies FrameworkHead;
