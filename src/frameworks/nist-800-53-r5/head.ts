import { publishedAt } from '../heads/source.ts';
import type { FrameworkLevel } from '../../core/frameworks/framework.ts';
import { text } from '../../core/text.ts';
import { aliasesOf } from '../heads/aliases.ts';
import type { FrameworkHead } from '../heads/framework-head.ts';

/**
 * Each control names every baseline that it is in, so that one includes itself alone. Which is right follows
 * from how a system was categorised: none is taken by itself.
 */
const baselines = [
  { id: 'low', title: text('Low impact baseline', '低影响基线'), includes: ['low'] },
  {
    id: 'moderate',
    title: text(
      'Moderate impact baseline, with all of the low one',
      '中影响基线（包含低影响基线）',
    ),
    includes: ['moderate'],
  },
  {
    id: 'high',
    title: text(
      'High impact baseline, with all of the moderate one',
      '高影响基线（包含中影响基线）',
    ),
    includes: ['high'],
  },
  { id: 'privacy', title: text('Privacy baseline', '隐私基线'), includes: ['privacy'] },
  {
    id: 'unselected',
    title: text('Controls that no baseline selects', '未列入任何基线的控制'),
    includes: ['unselected'],
  },
] as const satisfies readonly FrameworkLevel[];

/** NIST SP 800-53 revision 5 with the baselines of SP 800-53B; each baseline contains the one below it. */
export const nist80053Head = {
  id: 'nist-800-53-r5',
  title: text('NIST SP 800-53 Revision 5', 'NIST SP 800-53 第 5 修订版'),
  edition: {
    version: '5.2.0',
    publisher: 'NIST',
    published: '2025-08-27',
    status: 'in-force',
    source: publishedAt(
      text(
        'NIST SP 800-53 Revision 5, release 5.2.0, August 2025, NIST CSRC: https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final; ids of the baselines from NIST’s own OSCAL content, usnistgov/oscal-content nist.gov/SP800-53/rev5',
        'NIST SP 800-53 第 5 版 5.2.0，2025 年 8 月，NIST CSRC：https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final；各基线编号取自 NIST 发布的 OSCAL 内容 usnistgov/oscal-content nist.gov/SP800-53/rev5',
      ),
      text(
        'intuitem/ciso-assistant-community nist-sp-800-53-rev5.yaml (ids outside of the baselines); https://safeguard.sh/resources/blog/nist-sp-800-53-release-5-2-0-software-update-controls (date and new controls of release 5.2.0)',
        'intuitem/ciso-assistant-community nist-sp-800-53-rev5.yaml（基线之外的编号）；https://safeguard.sh/resources/blog/nist-sp-800-53-release-5-2-0-software-update-controls（5.2.0 版的日期与新增控制）',
      ),
    ),
  },
  levels: baselines,
  aliases: aliasesOf('nist-800-53-r5', [
    'nist-800-53',
    'nist-800-53-rev5',
    'nist-sp-800-53',
    'nist-sp-800-53-r5',
    'nist-sp-800-53-rev5',
    'sp-800-53',
    'sp800-53',
    '800-53',
    '800-53-r5',
    '800-53-rev5',
  ]),
} as const satisfies FrameworkHead;
