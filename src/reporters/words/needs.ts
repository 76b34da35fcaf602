import type { Words } from './table.ts';

/** What the reader has to bring. */
export const needsWords = {
  'needs.nothing': { en: 'No further evidence is needed.', zh: '无需补充其他证据。' },
  'needs.questions': { en: 'Questions for a person', zh: '需人工回答的问题' },
  'needs.undetermined': {
    en: 'Undetermined: grant access to the facts, or make a statement on them',
    zh: '无法判定：请开放相应读取权限，或以人工声明作答',
  },
  'needs.weakened': {
    en: 'Weakened: fix the weakness found, or show what compensates for it',
    zh: '有所削弱：请整改所发现的薄弱之处，或举证说明弥补措施',
  },
  'needs.supported': {
    en: 'Supported: the container layer shows a part; the rest needs other evidence',
    zh: '有佐证：容器层仅能证明一部分，其余需另行举证',
  },
  'needs.context-only': {
    en: 'Context only: a person has to judge',
    zh: '仅供参考：需由人员作出判断',
  },
  'needs.not-tested': {
    en: 'Nothing to judge was found: state that the requirement does not apply, or give other evidence',
    zh: '未发现可判定的内容：请声明不适用，或另行举证',
  },
  'needs.not-assessed': {
    en: 'Not assessed: no control is mapped to it',
    zh: '未评估：没有对应的控制项',
  },
  'needs.why': { en: 'Controls', zh: '相关控制项' },
  'needs.nature': { en: 'Nature', zh: '性质' },
} as const satisfies Words;
