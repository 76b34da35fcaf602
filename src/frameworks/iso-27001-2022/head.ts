import { publishedAt } from '../heads/source.ts';
import { text } from '../../core/text.ts';
import { aliasesOf } from '../heads/aliases.ts';
import type { FrameworkHead } from '../heads/framework-head.ts';

/** Annex A of ISO/IEC 27001:2022: the edition in force. It has no levels. */
export const iso27001In2022Head = {
  id: 'iso-27001-2022',
  title: text('ISO/IEC 27001:2022, Annex A', 'ISO/IEC 27001:2022 附录 A'),
  edition: {
    version: text('2022, with Amendment 1 of 2024', '2022（含 2024 年第 1 号修改单）'),
    publisher: 'ISO/IEC',
    published: '2022-10-25',
    status: 'in-force',
    source: publishedAt(
      text(
        'ISO/IEC 27001:2022, Annex A, October 2022, ISO catalogue: https://www.iso.org/standard/27001; Amendment 1, February 2024: https://www.iso.org/standard/88435.html',
        'ISO/IEC 27001:2022 附录 A，2022 年 10 月，ISO 标准目录：https://www.iso.org/standard/27001；第 1 号修改单，2024 年 2 月：https://www.iso.org/standard/88435.html',
      ),
      text(
        'intuitem/ciso-assistant-community iso27001-2022.yaml, and the amendment, which changes clauses 4.1 and 4.2 and nothing in Annex A, against https://advisera.com/articles/climate-change-amendment-in-iso-standards/',
        'intuitem/ciso-assistant-community iso27001-2022.yaml（修改单仅修改 4.1 与 4.2，不涉及附录 A，对照 https://advisera.com/articles/climate-change-amendment-in-iso-standards/）',
      ),
    ),
  },
  levels: [],
  aliases: {
    ...aliasesOf('iso-27001-2022', [
      'iso27001-2022',
      'iso-27001:2022',
      'iso27001:2022',
      'isoiec-27001:2022',
    ]),
    ...aliasesOf(
      'iso-27001-2022',
      ['iso27001', 'iso-27001', 'isoiec-27001'],
      text(', the edition in force', '（现行版本）'),
    ),
    ...aliasesOf(
      'iso-27001-2022',
      ['gbt-22080-2025'],
      text(', which is identical', '（等同采用）'),
    ),
  },
} as const satisfies FrameworkHead;
