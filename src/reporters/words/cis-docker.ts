import type { Words } from './table.ts';

/** The document of the CIS Docker Benchmark: labels of our own. */
export const cisDockerWords = {
  'cis.title': {
    en: 'Results by the CIS Docker Benchmark: container platform',
    zh: 'CIS Docker 安全基准检查报告：容器平台',
  },
  'cis.sections': { en: 'Results by section', zh: '按章节统计的结果' },
  'cis.profiles': { en: 'Results by level and mark', zh: '按级别与评估方式统计的结果' },
  'cis.items': { en: 'Results by item', zh: '逐项检查结果' },
  'cis.items-note': {
    en: 'An accepted exception is still “Fail”. Results cover only what could be read; what only a person can judge is a manual check.',
    zh: '已批准的例外仍计为“未通过”。结果仅依据实际读取的内容；须由人员判断的列为人工检查。',
  },
  'cis.item': { en: 'Item', zh: '条目' },
  'cis.profile': { en: 'Level and mark', zh: '级别与评估方式' },
  'cis.result': { en: 'Result', zh: '结果' },
  'cis.basis': { en: 'Basis and evidence', zh: '依据与证据' },
  'cis.pass': { en: 'Pass', zh: '通过' },
  'cis.fail': { en: 'Fail', zh: '未通过' },
  'cis.partly': { en: 'Partly checked', zh: '部分检查' },
  'cis.manual': { en: 'Manual', zh: '需人工检查' },
  'cis.unknown': { en: 'Unknown', zh: '无法判定' },
  'cis.not-applicable': { en: 'Not applicable', zh: '不适用' },
  'cis.waits': { en: 'Manual check: answer needed', zh: '需人工检查：待答复' },
  'cis.level-1': { en: 'Level 1', zh: '一级' },
  'cis.level-2': { en: 'Level 2', zh: '二级' },
  'cis.level-swarm': { en: 'Level 1, Swarm', zh: '一级（Swarm）' },
  'cis.marked-automated': { en: 'Automated', zh: '自动' },
  'cis.marked-manual': { en: 'Manual', zh: '人工' },
  'cis.all-automated': { en: 'Marked as automated', zh: '标注为自动' },
  'cis.all-manual': { en: 'Marked as manual', zh: '标注为人工' },
  'cis.marks-note': {
    en: '“Automated” and “Manual” are the benchmark’s own marks of an item. Controls here judge many items marked as manual; the result is then that of the controls.',
    zh: '“自动”与“人工”为基准对条目的标注。许多标注为人工的条目在此亦有控制项据以判定，其结果即为控制项的结果。',
  },
  'cis.by-level': { en: 'Passing items by section and level', zh: '按章节与级别统计的通过项' },
  'cis.by-level-note': {
    en: 'Items that pass, of all items of the level. An item passes only if every check that decides it passes.',
    zh: '通过的条目数与该级别条目总数。有判定作用的检查全部通过，条目方为通过。',
  },
  'cis.section': { en: 'Section', zh: '章节' },
} as const satisfies Words;
