import { publishedAt } from '../heads/source.ts';
import { text } from '../../core/text.ts';
import { aliasesOf } from '../heads/aliases.ts';
import type { FrameworkHead } from '../heads/framework-head.ts';

/** JR/T 0122-2018: what the payment facilities of institutions that are no banks must be like. */
export const jrt01222018Head = {
  id: 'jrt-0122-2018',
  title: text(
    'JR/T 0122-2018 Technical requirements for payment facilities of non-bank payment institutions',
    '非银行支付机构支付业务设施技术要求（JR/T 0122-2018）',
  ),
  note: text(
    'Only the chapters of this edition and the sections of chapter 10 are here, since no more of its structure is public; 10.5 to 10.7 follow from the order of the sections. What a control shows of a point of JR/T 0122-2014 counts for the section of the same name. For internet payment and bank card acquiring there is GB/T 41460-2022 as well, in force since 2022-11-01.',
    '本版标准公开的结构仅有各章及第 10 章各节，故只列至此；10.5 至 10.7 由各节顺序推得。对 JR/T 0122-2014 某控制点的证据，在此计入同名的整节。互联网支付与银行卡收单业务另有 GB/T 41460-2022，自 2022-11-01 起实施。',
  ),
  edition: {
    version: 'JR/T 0122-2018',
    publisher: text('People’s Bank of China', '中国人民银行'),
    published: '2018-10-29',
    status: 'in-force',
    source: publishedAt(
      text(
        'JR/T 0122-2018, 29 October 2018, People’s Bank of China, platform of industry standards: https://hbba.sacinfo.org.cn',
        'JR/T 0122-2018，2018 年 10 月 29 日发布，中国人民银行，行业标准信息服务平台：https://hbba.sacinfo.org.cn',
      ),
      text(
        'https://gbstandards.asia/china/3854 (table of contents) and http://guifan.ocsyun.com/ocsstandardinfo/info_354071 (dates, and sections that the foreword names)',
        'https://gbstandards.asia/china/3854（目次）及 http://guifan.ocsyun.com/ocsstandardinfo/info_354071（日期及前言所列各节）',
      ),
    ),
  },
  levels: [],
  aliases: {
    ...aliasesOf('jrt-0122-2018', ['jrt0122-2018', 'jr-0122-2018']),
    ...aliasesOf(
      'jrt-0122-2018',
      ['jrt-0122', 'jrt0122'],
      text(', the edition in force', '（现行版本）'),
    ),
  },
} as const satisfies FrameworkHead;
