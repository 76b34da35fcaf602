import { publishedAt } from '../heads/source.ts';
import type { FrameworkLevel } from '../../core/frameworks/framework.ts';
import { text } from '../../core/text.ts';
import { aliasesOf } from '../heads/aliases.ts';
import type { FrameworkHead } from '../heads/framework-head.ts';

const notAtHand = text(
  'The requirements of this level were not at hand: only those of level 3 can be assessed, by t-iseaa-004-2023@3.',
  '未取得该级别的条目：目前仅能按第三级测评，即 t-iseaa-004-2023@3。',
);

/** Each level is a chapter of its own; what chapter 8 asks is known, of the others no more than that they exist. */
const levels = [
  {
    id: '1',
    title: text('Level 1, not at hand', '第一级（条目未取得）'),
    includes: ['1'],
    note: notAtHand,
  },
  {
    id: '2',
    title: text('Level 2, not at hand', '第二级（条目未取得）'),
    includes: ['2'],
    note: notAtHand,
  },
  { id: '3', title: text('Level 3', '第三级'), includes: ['3'] },
  {
    id: '4',
    title: text('Level 4, not at hand', '第四级（条目未取得）'),
    includes: ['4'],
    note: notAtHand,
  },
  {
    id: '5',
    title: text('Level 5, not at hand', '第五级（条目未取得）'),
    includes: ['5'],
    note: notAtHand,
  },
] as const satisfies readonly FrameworkLevel[];

/** T/ISEAA 004-2023, the container extension to 等保 by an association, at level 3. */
export const tIseaa0042023Head = {
  id: 't-iseaa-004-2023',
  title: text(
    'T/ISEAA 004-2023 Container extension to MLPS',
    '网络安全等级保护容器安全要求（T/ISEAA 004-2023）',
  ),
  note: text(
    'Numbers such as “L3.CE.入侵防范 a)” are not the standard’s own: its clause numbers below chapter 8 were not at hand, and these are built from the level, the class (CE computing environment, MC management centre, MB construction management), the control point and the letter.',
    '“L3.CE.入侵防范 a)”一类编号并非标准原文编号：第 8 章以下的条款号未取得，系按级别、类（CE 安全计算环境、MC 安全管理中心、MB 安全建设管理）、控制点与列项字母自行编排。',
  ),
  edition: {
    version: 'T/ISEAA 004-2023',
    publisher: text(
      'Zhongguancun Information Security Evaluation Alliance (ISEAA)',
      '中关村信息安全测评联盟（ISEAA）',
    ),
    published: '2023-04-19',
    status: 'in-force',
    source: publishedAt(
      text(
        'T/ISEAA 004-2023, 19 April 2023, Zhongguancun Information Security Evaluation Alliance, national platform of group standards: https://www.ttbz.org.cn',
        'T/ISEAA 004-2023，2023 年 4 月 19 日发布，中关村信息安全测评联盟，全国团体标准信息平台：https://www.ttbz.org.cn',
      ),
      text(
        'https://www.bzchaxun.com/view/5304134130000000.html (number, dates, chapters) and an assessment guide for level 3 (control points and letters)',
        'https://www.bzchaxun.com/view/5304134130000000.html（标准号、日期、章节）及一份三级测评指导书（控制点及列项编号）',
      ),
    ),
  },
  levels,
  defaultLevel: '3',
  aliases: aliasesOf('t-iseaa-004-2023', [
    'tiseaa-004-2023',
    'tiseaa004-2023',
    'iseaa-004-2023',
    't-iseaa-004',
    'tiseaa-004',
    'iseaa-004',
    '等保容器安全要求',
    '等保容器扩展要求',
  ]),
} as const satisfies FrameworkHead;
