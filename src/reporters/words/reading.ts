import type { Words } from './table.ts';

/** How to read a report. */
export const readingWords = {
  'reading.statuses': { en: 'Result of a control for a subject', zh: '控制项对单个对象的判定' },
  'reading.requirements': { en: 'Status of a requirement', zh: '要求的归并状态' },
  'reading.rule': { en: 'When', zh: '判定条件' },
  'reading.bearing': {
    en: 'Each control states two things separately: what a pass shows of the requirement inside the container layer (all, a part, or context), and what a failure does to it (breaks it, weakens it, or nothing).',
    zh: '每个控制项分别说明两点：通过能在容器层证明该要求的多少（完全、部分或仅供参考），以及未通过对该要求的影响（不满足、削弱或不影响）。',
  },
  'reading.verbatim': {
    en: 'Names and values are shown as they were read. Invisible and direction-changing characters appear as ⟨U+…⟩.',
    zh: '名称与取值均按读取内容原样显示，不可见字符及改变书写方向的字符以 ⟨U+…⟩ 表示。',
  },
} as const satisfies Words;
