import type { LevelledRow } from '../requirements/levelled-row.ts';

/** The chapters, sections and classes of GB/T 22239-2008. */
// oxfmt-ignore
export const structure = [
  ['level-1', 'technical', 'knowledge', 'Level 1 basic requirements', '第一级基本要求', '5'],
  ['level-2', 'technical', 'knowledge', 'Level 2 basic requirements', '第二级基本要求', '6'],
  ['level-3', 'technical', 'knowledge', 'Level 3 basic requirements', '第三级基本要求', '7'],
  ['level-4', 'technical', 'knowledge', 'Level 4 basic requirements', '第四级基本要求', '8'],
  ['level-5', 'outside', 'knowledge', 'Level 5 exists, content omitted', '第五级基本要求（略）', '9'],
  ['technical', 'technical', 'knowledge', 'Technical requirements', '技术要求', '5.1', '6.1', '7.1', '8.1'],
  ['physical', 'outside', 'knowledge', 'Physical security', '物理安全', '5.1.1', '6.1.1', '7.1.1', '8.1.1'],
  ['network', 'technical', 'knowledge', 'Network security', '网络安全', '5.1.2', '6.1.2', '7.1.2', '8.1.2'],
  ['host', 'technical', 'knowledge', 'Host security', '主机安全', '5.1.3', '6.1.3', '7.1.3', '8.1.3'],
  ['application', 'technical', 'knowledge', 'Application security', '应用安全', '5.1.4', '6.1.4', '7.1.4', '8.1.4'],
  ['data', 'technical', 'knowledge', 'Data security and backup', '数据安全及备份恢复', '5.1.5', '6.1.5', '7.1.5', '8.1.5'],
  ['management', 'organisational', 'knowledge', 'Management requirements', '管理要求', '5.2', '6.2', '7.2', '8.2'],
  ['rules', 'organisational', 'knowledge', 'Security management system', '安全管理制度', '5.2.1', '6.2.1', '7.2.1', '8.2.1'],
  ['organisation', 'organisational', 'knowledge', 'Security management organisation', '安全管理机构', '5.2.2', '6.2.2', '7.2.2', '8.2.2'],
  ['personnel', 'organisational', 'knowledge', 'Personnel security management', '人员安全管理', '5.2.3', '6.2.3', '7.2.3', '8.2.3'],
  ['construction', 'organisational', 'knowledge', 'System construction management', '系统建设管理', '5.2.4', '6.2.4', '7.2.4', '8.2.4'],
  ['operations', 'organisational', 'knowledge', 'System operations management', '系统运维管理', '5.2.5', '6.2.5', '7.2.5', '8.2.5'],
] as const satisfies readonly LevelledRow[];
