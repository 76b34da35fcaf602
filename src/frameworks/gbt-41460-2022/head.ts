import { publishedAt } from '../heads/source.ts';
import { text } from '../../core/text.ts';
import { aliasesOf } from '../heads/aliases.ts';
import type { FrameworkHead } from '../heads/framework-head.ts';

/** GB/T 41460-2022: the national standard beside JR/T 0122-2018, for internet payment and bank card acquiring. */
export const gbt414602022Head = {
  id: 'gbt-41460-2022',
  title: text(
    'GB/T 41460-2022 Technical requirements for payment facilities of non-bank payment institutions',
    '非银行支付机构支付业务设施技术要求（GB/T 41460-2022）',
  ),
  note: text(
    'Of this standard only the subjects of its scope are public; “~” marks an ordinal of this project for each. What it asks for in detail is not known, so every control is context for its security requirements, and none shows a part of them or breaks them. JR/T 0122-2018 has the sections. It applies to internet payment and bank card acquiring, and is in force since 2022-11-01.',
    '本标准公开的仅有适用范围所列各项内容，带“~”的为自编序号。具体要求未取得，故各控制项对其安全性要求仅供参考，既不显示其部分满足，也不判其不符合；分节结果见 JR/T 0122-2018。适用于互联网支付与银行卡收单业务，自 2022-11-01 起实施。',
  ),
  edition: {
    version: 'GB/T 41460-2022',
    publisher: text(
      'State Administration for Market Regulation, Standardization Administration of China',
      '国家市场监督管理总局、国家标准化管理委员会',
    ),
    published: '2022-04-15',
    status: 'in-force',
    source: publishedAt(
      text(
        'GB/T 41460-2022, 15 April 2022, public system of national standards: https://openstd.samr.gov.cn',
        'GB/T 41460-2022，2022 年 4 月 15 日发布，国家标准全文公开系统：https://openstd.samr.gov.cn',
      ),
      text(
        'https://zhulouren.com/gb89593.html (number and title) and a stored page of the standard’s record (dates and scope)',
        'https://zhulouren.com/gb89593.html（标准号及名称）及该标准登记信息页面存档（日期及适用范围）',
      ),
    ),
  },
  levels: [],
  aliases: aliasesOf('gbt-41460-2022', [
    'gbt41460-2022',
    'gb-41460-2022',
    'gb41460-2022',
    'gbt-41460',
    'gbt41460',
  ]),
} as const satisfies FrameworkHead;
