import { text } from '../../core/text.ts';
import { aliasesOf } from '../heads/aliases.ts';
import type { FrameworkHead } from '../heads/framework-head.ts';

/** The Trust Services Criteria behind SOC 2 reports. Their wording is the copyright of the AICPA, and not here. */
export const soc2TscHead = {
  id: 'soc2-tsc',
  title: text('SOC 2 Trust Services Criteria', 'SOC 2 信托服务准则'),
  edition: {
    version: text('2017, points of focus of 2022', '2017（2022 年修订关注点）'),
    publisher: 'AICPA',
    published: '2017',
    status: 'in-force',
    source: 'intuitem/ciso-assistant-community soc2_2017_with_rev_2022.yaml',
  },
  levels: [],
  aliases: aliasesOf('soc2-tsc', ['soc2', 'soc-2', 'soc-2-tsc', 'tsc', 'soc2-2017']),
} as const satisfies FrameworkHead;
