import { publishedAt } from '../heads/source.ts';
import { text } from '../../core/text.ts';
import { aliasesOf, misprintsOf } from '../heads/aliases.ts';
import type { FrameworkHead } from '../heads/framework-head.ts';
import { paymentKinds } from '../heads/payment-kinds.ts';

/** JR/T 0123-2014: how the facilities of payment institutions that are no banks are tested, in six parts. */
export const jrt01232014Head = {
  id: 'jrt-0123-2014',
  title: text(
    'JR/T 0123.1 to 0123.6-2014 Tests of payment facilities of non-financial institutions',
    '非金融机构支付业务设施检测规范（JR/T 0123.1～0123.6-2014）',
  ),
  note: text(
    'The chapter numbers are those of the edition of 2018 and were not verified for 2014; “~” marks an ordinal of this project for one of the six fields of security tests, which follow the sections of JR/T 0122-2014. Whether a part 6 existed in 2014, and on what, is not known.',
    '章号取自 2018 年版，未经 2014 年版原文核实；带“~”的为自编序号，对应安全性测试的六个方面，与 JR/T 0122-2014 各节一致。2014 年版是否有第 6 部分及其内容尚不清楚。',
  ),
  edition: {
    version: 'JR/T 0123.1~0123.6-2014',
    publisher: text('People’s Bank of China', '中国人民银行'),
    published: '2014',
    status: 'retired',
    retiredOn: '2018-10-29',
    supersededBy: 'jrt-0123-2018',
    source: publishedAt(
      text(
        'JR/T 0123.1 to 0123.6-2014, People’s Bank of China, platform of industry standards: https://hbba.sacinfo.org.cn',
        'JR/T 0123.1～0123.6-2014，中国人民银行，行业标准信息服务平台：https://hbba.sacinfo.org.cn',
      ),
      text(
        'https://isopdffiledownload.tech/pdfdownload/3858.html (parts), https://max.book118.com/html/2019/0517/8106030140002023.shtm (chapters of 2018) and general knowledge (the rest)',
        'https://isopdffiledownload.tech/pdfdownload/3858.html（各部分）、https://max.book118.com/html/2019/0517/8106030140002023.shtm（2018 年版各章）及一般了解（其余部分）',
      ),
    ),
  },
  levels: [
    ...paymentKinds,
    {
      id: 'bar-code',
      title: text('Bar-code payment (as of 2018)', '条码支付（2018 年版）'),
      includes: ['bar-code'],
    },
  ],
  aliases: {
    ...aliasesOf('jrt-0123-2014', [
      'jrt0123-2014',
      'jr-0123-2014',
      'jrt-0123.1-2014',
      'jrt0123.1-2014',
    ]),
    ...misprintsOf('jrt-0123-2014', 'JR/T 0123-2014', 'JR/T 0213-2014', [
      'jrt0213-2014',
      'jrt-0213-2014',
      'jrt0213',
      'jrt-0213',
    ]),
  },
} as const satisfies FrameworkHead;
