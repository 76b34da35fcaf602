import type { FrameworkLevel } from '../../core/frameworks/framework.ts';
import { text } from '../../core/text.ts';
import { aliasesOf } from '../heads/aliases.ts';
import type { FrameworkHead } from '../heads/framework-head.ts';

/** Each level is a chapter of its own and repeats what it takes over, so that none includes another. */
const levels = [
  { id: '1', title: text('Level 1', '第一级'), includes: ['1'] },
  { id: '2', title: text('Level 2', '第二级'), includes: ['2'] },
  { id: '3', title: text('Level 3', '第三级'), includes: ['3'] },
  {
    id: '4',
    title: text('Level 4', '第四级'),
    includes: ['4'],
    note: text(
      'Level 4 is for systems that were graded so. That internet finance as such must meet it has been claimed, and no source that we found confirms it: what counts is the level at which the system was graded and filed.',
      '第四级适用于定为四级的系统。“互联网金融须达到第四级”的说法未找到可证实的依据，应以系统定级备案的等级为准。',
    ),
  },
  {
    id: '5',
    title: text('Level 5, named only', '第五级（标准未公布内容）'),
    includes: ['5'],
    note: text(
      'The standard names a fifth level and does not publish what it asks, so nothing can be assessed at level 5: start from gbt-22239-2019@4, and add what the authority in charge requires.',
      '标准设有第五级，但未公布其要求，因此无法按第五级测评：可以 gbt-22239-2019@4 为基础，另加主管部门提出的要求。',
    ),
  },
] as const satisfies readonly FrameworkLevel[];

/** GB/T 22239-2019, the baseline of 等保 2.0: general requirements and the cloud extension. */
export const gbt222392019Head = {
  id: 'gbt-22239-2019',
  title: text(
    'GB/T 22239-2019 Baseline for classified protection of cybersecurity (MLPS 2.0)',
    '信息安全技术 网络安全等级保护基本要求（GB/T 22239-2019，等保 2.0）',
  ),
  edition: {
    version: 'GB/T 22239-2019',
    publisher: text(
      'State Administration for Market Regulation, Standardization Administration of China',
      '国家市场监督管理总局、国家标准化管理委员会',
    ),
    published: '2019-05-10',
    status: 'in-force',
    source: text(
      'GB/T 22239-2019, 10 May 2019, public system of national standards: https://openstd.samr.gov.cn/bzgk/gb/newGbInfo?hcno=BAFB47E8874764186BDB7865E8344DAF. Ids checked against the full text, and the units against GB/T 28448-2019.',
      'GB/T 22239-2019，2019 年 5 月 10 日发布，国家标准全文公开系统：https://openstd.samr.gov.cn/bzgk/gb/newGbInfo?hcno=BAFB47E8874764186BDB7865E8344DAF。编号对照标准全文核对，测评单元对照 GB/T 28448-2019。',
    ),
  },
  levels,
  defaultLevel: '3',
  aliases: aliasesOf('gbt-22239-2019', [
    '等保',
    '等保2.0',
    '等保-2.0',
    '等级保护',
    '等级保护2.0',
    '网络安全等级保护',
    'dengbao',
    'dengbao-2.0',
    'mlps',
    'mlps-2.0',
    'mlps2.0',
    'gbt22239',
    'gbt-22239',
    'gbt22239-2019',
    'gb-22239-2019',
    'gb22239-2019',
  ]),
} as const satisfies FrameworkHead;
