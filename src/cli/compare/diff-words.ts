import type { ChangeCause, Match, FindingState, WaiverChange } from '../../evidence.ts';
import { text, type Text } from '../../index.ts';

/** Headings of the causes, in the words of a person who asks why. */
export const causeWords = {
  recreated: text('Recreated', '重新创建'),
  facts: text('Facts of the host changed', '主机上的事实发生变化'),
  access: text('What could be read changed', '可读取的范围发生变化'),
  'target-appeared': text('Targets added', '新增目标'),
  'target-gone': text('Targets removed', '目标消失'),
  'subject-appeared': text('Subjects added', '新增对象'),
  'subject-gone': text('Subjects removed', '对象消失'),
  scope: text('The scope of the system changed', '系统范围发生变化'),
  parameters: text('Parameters changed', '参数发生变化'),
  catalog: text('The catalog changed', '检查目录发生变化'),
  waiver: text('Waivers changed', '风险接受发生变化'),
  statement: text('Statements of people changed', '人工声明发生变化'),
  time: text('Time passed', '时间推移'),
  unexplained: text(
    'Nothing that was recorded explains it: a check or a file was changed',
    '所记录的内容无法解释：检查代码或文件被更改',
  ),
} as const satisfies Record<ChangeCause, Text>;

/** A finding's state in a word. */
export const stateNames = {
  fail: text('fail', '未通过'),
  unknown: text('unknown', '无法判定'),
  error: text('error', '检查出错'),
  waived: text('waived', '已接受风险'),
  manual: text('manual', '待人工核查'),
  stale: text('no longer holds', '已过有效期'),
  pass: text('pass', '通过'),
  'not-applicable': text('not applicable', '不适用'),
} as const satisfies Record<FindingState, Text>;

/** What became of a waiver. */
export const waiverWords = {
  added: text('added', '新增'),
  removed: text('removed', '移除'),
  edited: text('edited', '修改'),
  limited: text('longer than the policy allows now', '超出现行策略允许的期限'),
  began: text('began', '生效'),
  expired: text('expired', '到期'),
  'not-yet': text('not yet in force', '尚未生效'),
} as const satisfies Record<WaiverChange['change'], Text>;

/** How a recreated subject was identified. */
export const matchWords = {
  service: text('identified by its Swarm service', '依据 Swarm 服务识别'),
  compose: text('identified by its Compose service', '依据 Compose 服务识别'),
  name: text('identified by its name only', '仅依据名称识别'),
} as const satisfies Record<Match, Text>;

/** Other words of `plimsoll diff`. */
export const diffWords = {
  scope: text(
    'Limited to different parts; only what both hold is compared',
    '两者限定的范围不同，仅比较共有部分',
  ),
  everything: text('everything', '全部'),
  nothing: text('Nothing changed.', '没有变化。'),
  other: text('from another image', '镜像不同'),
  same: text('from the same image', '镜像相同'),
  image: text('image', '镜像'),
  added: text('control added', '新增检查项'),
  removed: text('control removed', '移除检查项'),
  severity: text('severity', '严重程度'),
  failing: text('failing', '未通过'),
  catalog: text('catalog', '检查目录'),
  tool: text('program', '程序'),
  until: text('until', '截止'),
  none: text('none', '无'),
  unread: text('not read', '未读取'),
  unreadable: text('not readable', '无法读取'),
  also: text('also', '另见'),
  requirements: text('Requirements', '标准要求'),
  frameworkAdded: text('framework added', '新增标准'),
  frameworkRemoved: text('framework removed', '移除标准'),
  target: text('target', '目标'),
} as const satisfies Record<string, Text>;
