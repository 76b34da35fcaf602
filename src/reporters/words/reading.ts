import type { Words } from './table.ts';

/** How to read a report. */
export const readingWords = {
  'reading.statuses': { en: 'What a control says of a subject', zh: '控制项对单个对象的判定' },
  'reading.requirements': { en: 'How a requirement is rolled up', zh: '要求的归并规则' },
  'reading.rule': { en: 'When', zh: '判定条件' },
  'reading.strengths': {
    en: 'A control covers a requirement fully or partially inside the container layer; a supporting control decides nothing.',
    zh: '控制项在容器层内完全或部分覆盖某条要求；辅助参考类控制项不参与判定。',
  },
  'reading.verbatim': {
    en: 'Names and values are shown as they were read. Invisible and direction-changing characters appear as ⟨U+…⟩.',
    zh: '名称与取值均按读取内容原样显示，不可见字符及改变书写方向的字符以 ⟨U+…⟩ 表示。',
  },
} as const satisfies Words;
