import { publishedAt } from '../heads/source.ts';
import { text } from '../../core/text.ts';
import { aliasesOf } from '../heads/aliases.ts';
import type { FrameworkHead } from '../heads/framework-head.ts';
import { paymentKinds } from '../heads/payment-kinds.ts';

/** JR/T 0123-2018: how the payment facilities of institutions that are no banks are tested, in six parts. */
export const jrt01232018Head = {
  id: 'jrt-0123-2018',
  title: text(
    'JR/T 0123.1 to 0123.6-2018 Tests of payment facilities of non-bank payment institutions',
    '非银行支付机构支付业务设施检测规范（JR/T 0123.1～0123.6-2018）',
  ),
  note: text(
    'The chapters are those seen in parts 2 and 4, and are taken to be the same in the other parts. The sections of chapter 8 follow those of chapter 10 in JR/T 0122-2018; what stands below them is not public. For internet payment and bank card acquiring there is GB/T 41463-2022 as well, in force since 2022-11-01.',
    '各章取自第 2、4 部分，其余部分按相同处理。第 8 章各节与 JR/T 0122-2018 第 10 章各节对应，其下内容未公开。互联网支付与银行卡收单业务另有 GB/T 41463-2022，自 2022-11-01 起实施。',
  ),
  edition: {
    version: 'JR/T 0123.1~0123.6-2018',
    publisher: text('People’s Bank of China', '中国人民银行'),
    published: '2018-10-29',
    status: 'in-force',
    source: publishedAt(
      text(
        'JR/T 0123.1 to 0123.6-2018, 29 October 2018, People’s Bank of China, platform of industry standards: https://hbba.sacinfo.org.cn',
        'JR/T 0123.1～0123.6-2018，2018 年 10 月 29 日发布，中国人民银行，行业标准信息服务平台：https://hbba.sacinfo.org.cn',
      ),
      text(
        'https://isopdffiledownload.tech/pdfdownload/3858.html (parts, and chapters of part 4) and https://max.book118.com/html/2019/0517/8106030140002023.shtm (chapters of part 2)',
        'https://isopdffiledownload.tech/pdfdownload/3858.html（各部分及第 4 部分各章）及 https://max.book118.com/html/2019/0517/8106030140002023.shtm（第 2 部分各章）',
      ),
    ),
  },
  levels: [
    ...paymentKinds,
    {
      id: 'bar-code',
      title: text('Bar-code payment', '条码支付'),
      includes: ['bar-code'],
    },
  ],
  aliases: {
    ...aliasesOf('jrt-0123-2018', [
      'jrt0123-2018',
      'jr-0123-2018',
      'jrt-0123.1-2018',
      'jrt0123.1-2018',
    ]),
    ...aliasesOf(
      'jrt-0123-2018',
      ['jrt-0123', 'jrt0123'],
      text(', the edition in force', '（现行版本）'),
    ),
  },
} as const satisfies FrameworkHead;
