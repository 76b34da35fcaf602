import type { Words } from './table.ts';

/** Controls, changes to the catalog, and the inventory of subjects. */
export const controlsWords = {
  // Controls
  'control.title': { en: 'Control', zh: '控制项' },
  'control.why': { en: 'Why it matters', zh: '风险说明' },
  'control.fix': { en: 'What to do', zh: '整改建议' },
  'control.references': { en: 'Sources', zh: '参考资料' },
  'control.params': { en: 'Parameters in force', zh: '生效参数' },
  'control.removed': { en: '(not in the catalog)', zh: '（不在目录中）' },

  // The catalog's changes
  'change.added': { en: 'added', zh: '新增' },
  'change.unlinked': {
    en: 'no longer takes evidence from {control}',
    zh: '不再采用 {control} 的证据',
  },
  'change.tailored': { en: 'tailored', zh: '已调整' },
  'change.omitted': { en: 'left out', zh: '已剔除' },

  // Inventory
  'subjects.id': { en: 'Id', zh: '标识' },
  'subjects.name': { en: 'Name', zh: '名称' },
  'subjects.none': { en: 'Nothing was judged.', zh: '没有评估任何对象。' },
} as const satisfies Words;
