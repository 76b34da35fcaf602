import { publishedAt } from '../heads/source.ts';
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
    source: publishedAt(
      text(
        '2017 Trust Services Criteria, with revised points of focus of 2022 (TSP Section 100), AICPA: https://www.aicpa-cima.com/resources/download/2017-trust-services-criteria-with-revised-points-of-focus-2022',
        '2017 年信任服务准则（TSP Section 100，2022 年修订关注点），AICPA：https://www.aicpa-cima.com/resources/download/2017-trust-services-criteria-with-revised-points-of-focus-2022',
      ),
      text(
        'intuitem/ciso-assistant-community soc2_2017_with_rev_2022.yaml',
        'intuitem/ciso-assistant-community soc2_2017_with_rev_2022.yaml',
      ),
    ),
  },
  levels: [],
  aliases: aliasesOf('soc2-tsc', ['soc2', 'soc-2', 'soc-2-tsc', 'tsc', 'soc2-2017']),
} as const satisfies FrameworkHead;
