import { publishedAt } from '../heads/source.ts';
import { text } from '../../core/text.ts';
import { aliasesOf, misprintsOf } from '../heads/aliases.ts';
import type { FrameworkHead } from '../heads/framework-head.ts';
import { paymentKinds } from '../heads/payment-kinds.ts';

/** JR/T 0122-2014: what the facilities of payment institutions that are no banks must be like. */
export const jrt01222014Head = {
  id: 'jrt-0122-2014',
  title: text(
    'JR/T 0122-2014 Technical requirements for payment facilities of non-financial institutions',
    '非金融机构支付业务设施技术要求（JR/T 0122-2014）',
  ),
  note: text(
    'The numbers are those of a draft of 2013, down to 6.4.6; “~” marks an ordinal of this project for a point whose own number was not at hand. Chapters 7 to 10 repeat the sections of chapter 6 for other kinds of payment, and what is mapped to a point there counts for the whole section here.',
    '编号取自 2013 年的标准草案，至 6.4.6 为止；带“~”的为自编序号，其原文编号未取得。第 7 至 10 章就其他支付业务重复第 6 章的各节，第 6 章中映射到控制点的证据在这些章中计入整节。',
  ),
  edition: {
    version: 'JR/T 0122-2014',
    publisher: text('People’s Bank of China', '中国人民银行'),
    published: '2014',
    status: 'retired',
    retiredOn: '2018-10-29',
    supersededBy: 'jrt-0122-2018',
    source: publishedAt(
      text(
        'JR/T 0122-2014, People’s Bank of China, platform of industry standards: https://hbba.sacinfo.org.cn',
        'JR/T 0122-2014，中国人民银行，行业标准信息服务平台：https://hbba.sacinfo.org.cn',
      ),
      text(
        'https://bdocx.com/doc/25038040.html (contents of the draft of 2013-12-20, chapters 1 to 7.4.2) and general knowledge (the rest)',
        'https://bdocx.com/doc/25038040.html（2013-12-20 征求意见稿目录，第 1 章至 7.4.2）及一般了解（其余部分）',
      ),
    ),
  },
  levels: paymentKinds,
  aliases: {
    ...aliasesOf('jrt-0122-2014', ['jrt0122-2014', 'jr-0122-2014']),
    ...misprintsOf('jrt-0122-2014', 'JR/T 0122-2014', 'JR/T 1022-2014', [
      'jrt1022-2014',
      'jrt-1022-2014',
      'jrt1022',
      'jrt-1022',
    ]),
  },
} as const satisfies FrameworkHead;
