import { publishedAt } from '../heads/source.ts';
import { text } from '../../core/text.ts';
import { aliasesOf } from '../heads/aliases.ts';
import type { FrameworkHead } from '../heads/framework-head.ts';

/** Annex A of ISO/IEC 27001:2013. It was replaced in 2022; the day is the one on which certificates lapsed. */
export const iso27001In2013Head = {
  id: 'iso-27001-2013',
  title: text('ISO/IEC 27001:2013, Annex A', 'ISO/IEC 27001:2013 附录 A'),
  edition: {
    version: '2013',
    publisher: 'ISO/IEC',
    published: '2013',
    status: 'retired',
    retiredOn: '2025-10-31',
    supersededBy: 'iso-27001-2022',
    source: publishedAt(
      text(
        'ISO/IEC 27001:2013, Annex A, 2013, ISO catalogue: https://www.iso.org/standard/54534.html',
        'ISO/IEC 27001:2013 附录 A，2013 年，ISO 标准目录：https://www.iso.org/standard/54534.html',
      ),
      text(
        'intuitem/ciso-assistant-community iso27001-2013.yaml',
        'intuitem/ciso-assistant-community iso27001-2013.yaml',
      ),
    ),
  },
  levels: [],
  aliases: {
    ...aliasesOf('iso-27001-2013', [
      'iso27001-2013',
      'iso-27001:2013',
      'iso27001:2013',
      'isoiec-27001:2013',
    ]),
    ...aliasesOf(
      'iso-27001-2013',
      ['gbt-22080-2016'],
      text(', which is identical', '（等同采用）'),
    ),
  },
} as const satisfies FrameworkHead;
