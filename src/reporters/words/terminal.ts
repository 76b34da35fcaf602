import type { Words } from './table.ts';

/** The summary on a terminal. */
export const terminalWords = {
  'text.by-severity': { en: ' ({severities})', zh: '（{severities}）' },
  'text.all-met': { en: 'not met 0/{total}', zh: '未满足 0/{total}' },
  'text.more': { en: '… and {count} more', zh: '…… 另有 {count} 个' },
  'text.not-seen': {
    en: 'Undecided findings: {findings}. Facts that could not be read: {facts}. Lists that could not be read: {lists}.',
    zh: '无法判定：{findings} 项；未能读取的事实：{facts} 个；未能读取的列表：{lists} 个。',
  },
  'text.name-undecided': {
    en: 'To list them with their reasons, run the same command with --strict; the exit code then counts them.',
    zh: '加上 --strict 再次运行同一命令，即可逐项列出并说明原因；此时退出码也将其计入。',
  },
  'text.beside': { en: 'and with it {controls}', zh: '并连带 {controls}' },
  'text.more-controls': {
    en: '… and {count} more controls failed',
    zh: '…… 另有 {count} 个控制项未通过',
  },
  'text.rest': {
    en: 'All failures: --all. One control: plimsoll explain {id}. A report: --format html',
    zh: '全部未通过项：--all；单个控制项：plimsoll explain {id}；报告：--format html',
  },
  'text.outside': {
    en: '{outside} To see them: {wider}.',
    zh: '{outside}查看方法：{wider}。',
  },
  'text.explain': {
    en: 'How to fix one: plimsoll explain {id}',
    zh: '查看处置方法：plimsoll explain {id}',
  },
} as const satisfies Words;
