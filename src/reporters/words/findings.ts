import type { Words } from './table.ts';

/** The result of a control for a subject, and its evidence. */
export const findingsWords = {
  // Statuses of findings
  'status.pass': { en: 'Pass', zh: '通过' },
  'status.fail': { en: 'Fail', zh: '未通过' },
  'status.waived': { en: 'Fail, waived', zh: '未通过（风险已接受）' },
  'status.compensated': {
    en: 'Fail, waived with a compensating control',
    zh: '未通过（风险已接受，有补偿控制措施）',
  },
  'status.unknown': { en: 'Unknown', zh: '无法判定' },
  'status.error': { en: 'Check error', zh: '检查出错' },
  'status.stale': { en: 'Stale', zh: '证据已过期' },
  'status.not-applicable': { en: 'Not applicable', zh: '不适用' },
  'status.manual': { en: 'For a person', zh: '待人工核查' },
  'meaning.pass': {
    en: 'Every fact that the control needed was read, and the subject meets the control.',
    zh: '控制项所需的事实均已读取，且对象满足该控制项。',
  },
  'meaning.fail': {
    en: 'The facts read show that the subject does not meet the control.',
    zh: '已读取的事实表明对象不满足该控制项。',
  },
  'meaning.waived': {
    en: 'A failure that somebody accepted, for a reason and a limited time. It stays a failure.',
    zh: '有人在一定期限内、说明理由后接受的未通过项；它仍是未通过项。',
  },
  'meaning.unknown': {
    en: 'A fact that decides could not be read. This is never counted as a pass.',
    zh: '起决定作用的事实未能读取；绝不计为通过。',
  },
  'meaning.error': {
    en: 'The check itself failed to run. This is never counted as a pass.',
    zh: '检查本身中断；绝不计为通过。',
  },
  'meaning.stale': {
    en: 'The check passed, or had nothing to judge, on evidence that no longer holds: the result today is not known. A failure stays a failure.',
    zh: '当时通过或没有可判定的内容，但证据已超过有效期：当时符合不代表现在符合。未通过项不因过期而改变。',
  },
  'meaning.not-applicable': {
    en: 'The control has nothing to judge here, for the reason given.',
    zh: '该控制项在此处没有可判定的内容，原因已注明。',
  },
  'meaning.manual': {
    en: 'Only a person can answer this; an attestation of the requirement does.',
    zh: '只能由人判断，须以对相应要求的人工声明作答。',
  },

  // Severities
  'severity.critical': { en: 'Critical', zh: '严重' },
  'severity.high': { en: 'High', zh: '高' },
  'severity.medium': { en: 'Medium', zh: '中' },
  'severity.low': { en: 'Low', zh: '低' },
  'severity.title': { en: 'Severity', zh: '严重程度' },

  // Findings and evidence
  'finding.above': { en: 'Shown above:', zh: '见上文：' },
  'finding.number': { en: 'No.', zh: '编号' },
  'finding.subject': { en: 'Subject', zh: '对象' },
  'finding.place': { en: 'Place', zh: '位置' },
  'finding.all': { en: 'all of them', zh: '全部' },
  'finding.seen': { en: 'Facts read', zh: '所见事实' },
  'finding.seen-count': { en: 'Facts read: {count}', zh: '读取的事实：{count} 项' },
  'finding.seen-gaps': {
    en: 'Facts read: {count}, not read: {gaps}',
    zh: '读取的事实：{count} 项，未能读取：{gaps} 项',
  },
  'finding.of': { en: '{names}: {message}', zh: '{names}：{message}' },
  'finding.message': { en: 'Finding', zh: '结论' },
  'finding.waiver': { en: 'Waiver {number}', zh: '风险接受 {number}' },
  'finding.of-subject': { en: 'of {kind} {name}', zh: '（{kind} {name}）' },
  'value.nothing': { en: 'nothing', zh: '无' },
  'value.whole': { en: '(whole)', zh: '（整体）' },
  'value.items': { en: 'items: {count}', zh: '共 {count} 项' },
  'value.items-shown': { en: '{items}, … (in all {count})', zh: '{items}……（共 {count} 项）' },
  'value.not-read': { en: 'not read: {why}', zh: '未读取：{why}' },
  'value.gap': { en: '{reason} ({detail})', zh: '{reason}（{detail}）' },
  'value.no-source': { en: 'source not recorded', zh: '未记录来源' },
  'value.probe': { en: '{what} at {address}', zh: '在 {address} 探测 {what}' },
} as const satisfies Words;
