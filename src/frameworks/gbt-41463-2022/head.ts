import { publishedAt } from '../heads/source.ts';
import { text } from '../../core/text.ts';
import { aliasesOf } from '../heads/aliases.ts';
import type { FrameworkHead } from '../heads/framework-head.ts';

/** GB/T 41463-2022: how facilities are tested by GB/T 41460-2022; the national standard beside JR/T 0123-2018. */
export const gbt414632022Head = {
  id: 'gbt-41463-2022',
  title: text(
    'GB/T 41463-2022 Tests of payment facilities of non-bank payment institutions',
    '非银行支付机构支付业务设施检测规范（GB/T 41463-2022）',
  ),
  note: text(
    'Of this standard only chapters 1 to 3 and the subjects of its scope are public; “~” marks an ordinal of this project for each of these. What it asks for in detail is not known, so every control is context for its security tests, and none shows a part of them or breaks them. JR/T 0123-2018 has the sections. It is in force since 2022-11-01.',
    '本标准公开的仅有第 1 至 3 章及适用范围所列各项内容，后者以带“~”的自编序号列出。具体要求未取得，故各控制项对其安全性检测仅供参考，既不显示其部分满足，也不判其不符合；分节结果见 JR/T 0123-2018。自 2022-11-01 起实施。',
  ),
  edition: {
    version: 'GB/T 41463-2022',
    publisher: text(
      'State Administration for Market Regulation, Standardization Administration of China',
      '国家市场监督管理总局、国家标准化管理委员会',
    ),
    published: '2022-04-15',
    status: 'in-force',
    source: publishedAt(
      text(
        'GB/T 41463-2022, 15 April 2022, national standards platform: https://std.samr.gov.cn/gb/search/gbDetailed?id=DD3D95E5C0ED71EBE05397BE0A0AF33F',
        'GB/T 41463-2022，2022 年 4 月 15 日发布，全国标准信息公共服务平台：https://std.samr.gov.cn/gb/search/gbDetailed?id=DD3D95E5C0ED71EBE05397BE0A0AF33F',
      ),
      text(
        'that record (number, title and dates) and https://gxjzx.com/331.html (chapters 1 to 3)',
        '该登记信息（标准号、名称及日期）及 https://gxjzx.com/331.html（第 1 至 3 章）',
      ),
    ),
  },
  levels: [],
  aliases: aliasesOf('gbt-41463-2022', [
    'gbt41463-2022',
    'gb-41463-2022',
    'gb41463-2022',
    'gbt-41463',
    'gbt41463',
  ]),
} as const satisfies FrameworkHead;
