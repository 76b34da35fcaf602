import type { Text } from '../core/text.ts';

/**
 * Every label, heading and sentence of the reports, by id. A message without one of the languages does
 * not compile. `{name}` is a slot; {@link speaker} knows from here which slots a message has. Sentences
 * are made so that no number changes their grammar.
 */
export const messages = {
  // What kind of document it is
  'title.evidence': { en: 'Container platform evidence report', zh: '容器平台安全评估证据报告' },
  'title.all-controls': { en: 'All controls, no framework', zh: '全部控制项，未选定标准' },
  'title.judged-as-of': {
    en: '{collected}, judged as of {day}',
    zh: '{collected}（评估基准日：{day}）',
  },
  'title.collected': { en: 'As read on {when}', zh: '数据采集时间：{when}' },
  'title.disclaimer': {
    en: 'This report states what was read and what each control made of it. The conclusion is the assessor’s.',
    zh: '本报告陈述实际读取到的事实以及各控制项据此得出的判定，最终结论由评估人员作出。',
  },
  'title.contents': { en: 'Contents', zh: '目录' },
  'title.page': { en: 'Page {page} of {pages}', zh: '第 {page} 页，共 {pages} 页' },
  'title.truncated': { en: '⟨{count} more characters⟩', zh: '⟨另有 {count} 个字符⟩' },
  'title.digest': {
    en: 'SHA-256 of the attached assessment.json',
    zh: '所附 assessment.json 的 SHA-256',
  },
  'title.attachment': {
    en: 'The assessment from which this report was made, machine-readable',
    zh: '生成本报告所依据的评估数据（机器可读）',
  },

  // The sections, in the order of a reader's questions
  'section.scope': { en: 'What was assessed', zh: '评估范围' },
  'section.result': { en: 'Result', zh: '评估结果' },
  'section.requirements': { en: 'Requirement by requirement', zh: '逐条要求的判定' },
  'section.failures': { en: 'What failed', zh: '未通过的检查' },
  'section.unseen': { en: 'What was not seen', zh: '未能查看的内容' },
  'section.accepted': { en: 'Who accepted what', zh: '风险接受与人工声明' },
  'section.needs': { en: 'What is still needed', zh: '尚需补充的证据' },
  'section.controls': { en: 'Evidence, control by control', zh: '逐项控制的证据' },
  'section.subjects': { en: 'Inventory of what was judged', zh: '评估对象清单' },
  'section.reading': { en: 'How to read this report', zh: '阅读说明' },

  // The summary on a terminal
  'text.more': { en: '… and {count} more', zh: '…… 另有 {count} 个' },
  'text.nothing-failed': { en: 'Nothing failed.', zh: '没有未通过的检查。' },
  'text.not-seen': {
    en: 'Undecided findings: {findings}. Facts that could not be read: {facts}. Lists that could not be read: {lists}.',
    zh: '未能判定：{findings} 项；未能读取的事实：{facts} 个；未能读取的列表：{lists} 个。',
  },
  'text.explain': {
    en: 'What to do about one: plimsoll explain {id}',
    zh: '查看处置方法：plimsoll explain {id}',
  },

  // Scope
  'scope.targets': { en: 'Targets', zh: '评估目标' },
  'scope.target': { en: 'Target', zh: '目标' },
  'scope.description': { en: 'What answered', zh: '应答方' },
  'scope.access': { en: 'Access', zh: '访问方式' },
  'scope.population': { en: 'Population', zh: '对象总体' },
  'scope.existed': { en: 'Existed', zh: '存在' },
  'scope.read': { en: 'Read', zh: '已读取' },
  'scope.vanished': { en: 'Vanished meanwhile', zh: '期间消失' },
  'scope.unread': { en: 'Not read', zh: '未读取' },
  'scope.none-of': {
    en: 'Listed, and there was none of: {kinds}.',
    zh: '已列出但数量为零的类型：{kinds}。',
  },
  'scope.colon': { en: ': ', zh: '：' },
  'scope.comma': { en: ', ', zh: '、' },
  'scope.method': { en: 'By what', zh: '评估工具与依据' },
  'scope.against': { en: 'Against what', zh: '对照标准' },
  'scope.tool': { en: 'Tool', zh: '工具' },
  'scope.collected': { en: 'Collected', zh: '采集时间' },
  'scope.catalog': { en: 'Catalog', zh: '控制项目录' },
  'scope.catalog-value': {
    en: '{id} {version}, controls: {count}',
    zh: '{id} {version}，共 {count} 个控制项',
  },
  'scope.changes': { en: 'Changes to the catalog', zh: '对目录的调整' },
  'scope.change': { en: 'Change', zh: '调整' },
  'scope.no-changes': {
    en: 'The catalog was used as it stands.',
    zh: '目录按原样使用，未作任何调整。',
  },
  'scope.framework': { en: 'Framework', zh: '标准' },
  'scope.edition': { en: 'Edition', zh: '版本' },
  'scope.edition-value': {
    en: '{version}, {publisher}, published {published}',
    zh: '{version}，{publisher}，{published}发布',
  },
  'scope.level': { en: 'Level', zh: '级别' },
  'scope.level-value': { en: 'Level: {level}', zh: '级别：{level}' },
  'scope.level-all': { en: 'all requirements', zh: '全部要求' },
  'scope.extends': { en: 'Extends', zh: '扩展自' },
  'scope.framework-changes': { en: 'What was changed in it', zh: '对其所作调整' },
  'scope.framework-change': {
    en: '{requirement}: {change} ({reason}, {by})',
    zh: '{requirement}：{change}（{reason}，{by}）',
  },
  'scope.ids-from': { en: 'Requirement ids from', zh: '要求编号来源' },
  'scope.system': { en: 'System under assessment', zh: '被评估系统' },
  'scope.boundary': { en: 'Boundary', zh: '边界说明' },
  'scope.selects': { en: 'Chosen by', zh: '选取条件' },
  'scope.selects-target': { en: 'target {name}', zh: '目标 {name}' },
  'scope.selects-label': { en: 'label {name}', zh: '标签 {name}' },
  'scope.selects-component': { en: 'component {name}', zh: '组件 {name}' },
  'scope.outside': { en: 'Outside the system, not judged', zh: '不在系统范围内，未作判定' },
  'scope.outside-count': {
    en: 'Subjects outside the system: {count}. None of them was judged or counted.',
    zh: '不在系统范围内的对象：{count} 个，均未判定、未计入。',
  },
  'scope.outside-target': { en: 'its target does not belong', zh: '所属目标不在范围内' },
  'scope.outside-workload': {
    en: 'no label or component of the system names it',
    zh: '不符合系统的标签或组件条件',
  },
  'scope.redactions': { en: 'Values dropped as secrets', zh: '作为机密丢弃的值' },
  'notice.retired': {
    en: 'This edition is retired.',
    zh: '该版本已废止。',
  },
  'notice.retired-on': {
    en: 'This edition was retired on {day}.',
    zh: '该版本已于{day}废止。',
  },
  'notice.outside': {
    en: 'Subjects left out because they are outside the system under assessment: {count}.',
    zh: '因不在被评估系统范围内而未评估的对象：{count} 个。',
  },
  'notice.conflicts': {
    en: 'Requirements stated as not applicable on which a control failed: {count}.',
    zh: '声明为不适用、但有控制项未通过的要求：{count} 条。',
  },
  'notice.superseded': { en: 'It was superseded by {id}.', zh: '其后继版本为 {id}。' },
  'notice.unverified': {
    en: 'The ids of {count} of {total} requirements were not verified at their source; they are marked †.',
    zh: '{total} 条要求中有 {count} 条的编号未经原文核实，以 † 标出。',
  },

  // Kinds of target
  'target.engine': { en: 'Engine', zh: '容器引擎' },
  'target.host': { en: 'Host files', zh: '宿主机文件' },
  'target.compose': { en: 'Compose file', zh: 'Compose 文件' },
  'target.dockerfile': { en: 'Dockerfile', zh: 'Dockerfile' },
  'target.archive': { en: 'Image archive', zh: '镜像归档' },
  'target.scanner': { en: 'Scanner report', zh: '扫描器报告' },

  // Statuses of findings
  'status.pass': { en: 'Pass', zh: '通过' },
  'status.fail': { en: 'Fail', zh: '未通过' },
  'status.waived': { en: 'Fail, waived', zh: '未通过（已豁免）' },
  'status.compensated': {
    en: 'Fail, waived with a compensating control',
    zh: '未通过（以补偿控制措施豁免）',
  },
  'status.unknown': { en: 'Unknown', zh: '无法判定' },
  'status.error': { en: 'Check error', zh: '检查出错' },
  'status.stale': { en: 'Stale', zh: '证据已过期' },
  'status.not-applicable': { en: 'Not applicable', zh: '不适用' },
  'status.manual': { en: 'For a person', zh: '待人工核查' },
  'meaning.pass': {
    en: 'Every fact that the control asked for was read, and the subject does what the control asks.',
    zh: '控制项所需的事实均已读取，且对象满足该控制项。',
  },
  'meaning.fail': {
    en: 'The facts that were read show that the subject does not do what the control asks.',
    zh: '已读取的事实表明对象不满足该控制项。',
  },
  'meaning.waived': {
    en: 'A failure that somebody accepted, for a reason and a time. It stays a failure.',
    zh: '有人在一定期限内、说明理由后接受的未通过项；它仍是未通过项。',
  },
  'meaning.unknown': {
    en: 'A fact that decides could not be read. This is never counted as a pass.',
    zh: '起决定作用的事实未能读取；绝不计为通过。',
  },
  'meaning.error': {
    en: 'The check itself broke off. This is never counted as a pass.',
    zh: '检查本身中断；绝不计为通过。',
  },
  'meaning.stale': {
    en: 'It passed, or there was nothing to judge, on evidence that holds no longer: what was in order then is not known now. A failure stays a failure.',
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

  // Statuses of requirements: the words for a framework that brings none of its own
  'requirement.not-satisfied': { en: 'Not satisfied', zh: '不满足' },
  'requirement.undetermined': { en: 'Undetermined', zh: '未能判定' },
  'requirement.accepted-with-waiver': { en: 'Accepted with waiver', zh: '经豁免接受' },
  'requirement.accepted-with-compensating-control': {
    en: 'Accepted with compensating control',
    zh: '以补偿控制措施接受',
  },
  'requirement.not-applicable': { en: 'Not applicable', zh: '不适用' },
  'requirement.not-applicable-stated': {
    en: 'Not applicable, as a person stated',
    zh: '不适用（依据人员声明）',
  },
  'requirement.satisfied': { en: 'Satisfied in the container layer', zh: '容器层已满足' },
  'requirement.supported': { en: 'Supported, more evidence needed', zh: '有佐证，尚需补充证据' },
  'requirement.context-only': { en: 'Context only', zh: '仅供参考' },
  'requirement.attested': { en: 'Attested by a person', zh: '由人工声明' },
  'requirement.not-assessed': { en: 'Not assessed', zh: '未评估' },
  'rule.not-satisfied': {
    en: 'A control that bears on it failed, and nobody accepted the failure.',
    zh: '与之对应的控制项未通过，且无人接受该风险。',
  },
  'rule.undetermined': {
    en: 'A control that bears on it could not be decided, or its evidence holds no longer.',
    zh: '与之对应的控制项未能得出判定，或其证据已过期。',
  },
  'rule.accepted-with-waiver': {
    en: 'There are failures, and each stands under a live waiver.',
    zh: '存在未通过项，且均在有效豁免之内。',
  },
  'rule.accepted-with-compensating-control': {
    en: 'There are failures, and each stands under a live waiver with a compensating control.',
    zh: '存在未通过项，且均在附有补偿控制措施的有效豁免之内。',
  },
  'rule.not-applicable': {
    en: 'None of its controls has anything to judge here.',
    zh: '对应的控制项在此处均无可判定的内容。',
  },
  'rule.not-applicable-stated': {
    en: 'Its owner stated so with a reason, and no control that decides it failed.',
    zh: '责任人已说明理由并声明不适用，且没有起决定作用的控制项未通过。',
  },
  'rule.satisfied': {
    en: 'All its controls passed, and they cover what the container layer can show of it.',
    zh: '对应的控制项全部通过，且覆盖容器层所能证明的全部内容。',
  },
  'rule.supported': {
    en: 'All its controls passed, but they show a part of it only.',
    zh: '对应的控制项全部通过，但仅能证明其中一部分。',
  },
  'rule.context-only': {
    en: 'Its controls inform whoever judges it; they decide nothing.',
    zh: '对应的控制项仅为判断提供参考，不作决定。',
  },
  'rule.attested': {
    en: 'It rests on a person’s current statement alone.',
    zh: '仅依据人员出具的、仍在有效期内的声明。',
  },
  'rule.not-assessed': {
    en: 'No control bears on it, and nobody made a statement.',
    zh: '没有对应的控制项，也没有人工声明。',
  },

  // Results
  'result.findings': { en: 'Findings', zh: '检查结果' },
  'result.requirements': { en: 'Requirements', zh: '标准要求' },
  'result.status': { en: 'Status', zh: '状态' },
  'result.count': { en: 'Count', zh: '数量' },
  'result.of': { en: '{count} of {total}', zh: '{count} / {total}' },
  'result.failures': { en: 'Failures by severity', zh: '按严重程度统计的未通过项' },
  'result.word': { en: 'Result', zh: '判定' },
  'result.by-rule': { en: 'Rolled up as', zh: '归并规则' },
  'result.chart': {
    en: 'Findings by status; the table beside it has the numbers.',
    zh: '按状态统计的检查结果，数值见旁边的表格。',
  },
  'result.groups-left-out': {
    en: 'Headings that only group other requirements are not counted.',
    zh: '仅用于归类的标题不计入。',
  },
  'result.failed': { en: 'Failed and not accepted', zh: '未通过且未被接受' },
  'result.undecided': { en: 'Not decided', zh: '未能判定' },
  'result.seen': { en: 'Subjects read', zh: '已读取的对象' },
  'result.no-failures': { en: 'Nothing failed.', zh: '没有未通过的检查。' },

  // Requirements
  'requirement.title': { en: 'Requirement', zh: '要求' },
  'requirement.evidence': { en: 'Evidence', zh: '证据' },
  'requirement.no-controls': { en: 'no control', zh: '无对应控制项' },
  'requirement.not-live': {
    en: 'does not count: parameters too loose, or control left out',
    zh: '不计入：参数过宽或控制项已剔除',
  },
  'nature.technical': { en: 'technical', zh: '技术类' },
  'nature.organisational': { en: 'organisational', zh: '管理类' },
  'nature.outside': { en: 'outside the container platform', zh: '容器平台范围之外' },
  'strength.full': { en: 'full', zh: '完全覆盖' },
  'strength.partial': { en: 'partial', zh: '部分覆盖' },
  'strength.supporting': { en: 'supporting', zh: '辅助参考' },

  // Findings and evidence
  'finding.above': { en: 'Shown above:', zh: '见上文：' },
  'finding.number': { en: 'No.', zh: '编号' },
  'finding.subject': { en: 'Subject', zh: '对象' },
  'finding.all': { en: 'all of them', zh: '全部' },
  'finding.seen': { en: 'What was seen', zh: '所见事实' },
  'finding.seen-count': { en: 'Facts read: {count}', zh: '读取的事实：{count} 项' },
  'finding.seen-gaps': {
    en: 'Facts read: {count}, not read: {gaps}',
    zh: '读取的事实：{count} 项，未能读取：{gaps} 项',
  },
  'finding.message': { en: 'Finding', zh: '结论' },
  'finding.waiver': { en: 'Waiver {number}', zh: '豁免 {number}' },
  'finding.of-subject': { en: 'of {kind} {name}', zh: '（{kind} {name}）' },
  'value.nothing': { en: 'nothing', zh: '无' },
  'value.whole': { en: '(whole)', zh: '（整体）' },
  'value.items': { en: 'items: {count}', zh: '共 {count} 项' },
  'value.items-shown': { en: '{items}, … (in all {count})', zh: '{items}……（共 {count} 项）' },
  'value.not-read': { en: 'not read: {why}', zh: '未读取：{why}' },
  'value.gap': { en: '{reason} ({detail})', zh: '{reason}（{detail}）' },
  'value.no-source': { en: 'source not recorded', zh: '未记录来源' },
  'value.probe': { en: '{what} at {address}', zh: '在 {address} 探测 {what}' },

  // Controls
  'control.title': { en: 'Control', zh: '控制项' },
  'control.why': { en: 'Why it matters', zh: '风险说明' },
  'control.fix': { en: 'What to do', zh: '整改建议' },
  'control.references': { en: 'Sources', zh: '参考资料' },
  'control.params': { en: 'Parameters in force', zh: '生效参数' },
  'control.removed': { en: '(not in the catalog)', zh: '（不在目录中）' },

  // What was not seen
  'unseen.intro': {
    en: 'What could not be read is no evidence. Nothing below was counted as a pass.',
    zh: '未能读取的内容不构成证据，以下各项均未计为通过。',
  },
  'unseen.lists': { en: 'Could not be listed', zh: '未能列出' },
  'unseen.kind': { en: 'Kind', zh: '类型' },
  'unseen.every-kind': { en: 'everything', zh: '全部类型' },
  'unseen.reason': { en: 'Reason', zh: '原因' },
  'unseen.detail': { en: 'What came back', zh: '返回内容' },
  'unseen.source': { en: 'Asked', zh: '读取位置' },
  'unseen.facts': {
    en: 'Single facts that could not be read, over all subjects: {count}.',
    zh: '在全部对象中未能读取的单项事实：{count} 项。',
  },
  'unseen.findings': { en: 'Undecided for that reason', zh: '因此未能判定的检查' },
  'unseen.nothing': {
    en: 'Everything that was asked for was read.',
    zh: '所请求的内容均已读取。',
  },
  'reason.denied': { en: 'permission denied', zh: '权限不足' },
  'reason.unavailable': { en: 'not available', zh: '不可用' },
  'reason.timeout': { en: 'timed out', zh: '超时' },
  'reason.malformed': { en: 'answer not understood', zh: '应答无法解析' },
  'reason.unsupported': { en: 'not supported here', zh: '平台不支持' },

  // Waivers and attestations
  'accepted.waivers': { en: 'Accepted failures', zh: '已接受的未通过项' },
  'accepted.none': { en: 'Nothing was accepted.', zh: '没有任何风险接受记录。' },
  'accepted.scope': { en: 'Covers', zh: '适用范围' },
  'accepted.reason': { en: 'Reason', zh: '理由' },
  'accepted.people': { en: 'Owner and approver', zh: '责任人与批准人' },
  'accepted.ticket': { en: 'Ticket', zh: '工单' },
  'accepted.period': { en: 'From and until', zh: '有效期' },
  'accepted.period-value': { en: '{from} to {until}', zh: '{from}至{until}' },
  'accepted.compensating': { en: 'Compensating control', zh: '补偿控制措施' },
  'accepted.state': { en: 'State', zh: '状态' },
  'accepted.accepts': { en: 'Failures accepted', zh: '接受的未通过项' },
  'accepted.by': { en: 'By', zh: '调整人' },
  'accepted.note': { en: 'Note', zh: '提示' },
  'waiver.live': { en: 'live', zh: '有效' },
  'waiver.not-yet': { en: 'not yet in force', zh: '尚未生效' },
  'waiver.expired': { en: 'expired', zh: '已过期' },
  'waiver.too-long': { en: 'too long, does not count', zh: '超出允许期限，不予认可' },
  'waiver.ends-soon': {
    en: 'It ends within 30 days, on {day}.',
    zh: '将于 30 日内到期（{day}）。',
  },
  'waiver.counts-again': {
    en: 'It accepts nothing any more: the failure counts again.',
    zh: '已不再生效，相关未通过项重新计入。',
  },
  'waiver.longer': {
    en: 'It holds for {days} days; the policy allows {limit} at this severity.',
    zh: '有效期 {days} 天，超过该严重程度允许的 {limit} 天。',
  },
  'waiver.matches-nothing': {
    en: 'It matches nothing that was read.',
    zh: '未匹配到任何已读取的未通过项。',
  },
  'waiver.name-only': {
    en: 'Its scope is a name alone. Names are used again: whatever bears it next would be covered too.',
    zh: '仅按名称限定范围。名称可能被重复使用，后续同名对象也会被豁免。',
  },
  'stale.title': { en: 'Stale evidence', zh: '证据已过期' },
  'stale.held': {
    en: 'Controls whose evidence held for {days} days, until {day}: {count}. What they passed is not known now; collect again.',
    zh: '证据有效期为 {days} 天、已于{day}到期的控制项：{count} 项。其通过结果目前不再成立，请重新采集。',
  },
  'without.title': { en: 'Without any waiver', zh: '若不计任何豁免' },
  'without.none': { en: 'No failure.', zh: '没有未通过项。' },
  'without.failures': {
    en: 'Failures: {count} ({parts}), of which waived: {waived}.',
    zh: '未通过 {count} 项（{parts}），其中已豁免 {waived} 项。',
  },
  'without.requirements': { en: 'Requirements: {parts}.', zh: '要求项：{parts}。' },
  'attestation.title': { en: 'Statements by people', zh: '人工声明' },
  'attestation.statement': { en: 'Statement', zh: '声明内容' },
  'attestation.person': { en: 'Person', zh: '声明人' },
  'attestation.files': { en: 'Files', zh: '佐证文件' },
  'attestation.reviewed': { en: 'reviewed by {by} on {day}', zh: '{day}由 {by} 复核' },
  'attestation.current': { en: 'current', zh: '有效' },
  'attestation.early': { en: 'later than the collection', zh: '晚于采集时间' },
  'attestation.expired': { en: 'expired', zh: '已过期' },
  'attestation.missing-file': { en: 'does not count: a file is missing', zh: '不计入：文件缺失' },
  'attestation.file-changed': {
    en: 'does not count: a file was changed since',
    zh: '不计入：文件在声明后有改动',
  },
  'attestation.file-unchecked': {
    en: 'does not count: a file was not held to a hash',
    zh: '不计入：文件未经哈希核对',
  },
  'attestation.unknown-requirement': {
    en: 'does not count: the framework has no such requirement',
    zh: '不计入：标准中没有该条要求',
  },
  'attestation.not-selected': {
    en: 'does not count: its framework was not asked for',
    zh: '不计入：本次评估未选用该标准',
  },
  'file.unchanged': { en: 'unchanged', zh: '未改动' },
  'file.missing': { en: 'missing', zh: '缺失' },
  'file.changed': { en: 'changed', zh: '已改动' },
  'file.unchecked': { en: 'not checked', zh: '未核对' },
  'stated.title': { en: 'Stated as not applicable', zh: '声明为不适用的要求' },
  'stated.owner': { en: 'Owner', zh: '责任人' },
  'stated.until': { en: 'Until', zh: '有效期至' },
  'stated.no-end': { en: 'until it is taken back', zh: '直至撤销' },
  'stated.conflicts': { en: 'Contradicted by failures on', zh: '与下列要求的未通过项冲突' },
  'stated.conflict': {
    en: 'conflict: stated as not applicable, but a control failed',
    zh: '冲突：声明为不适用，但有控制项未通过',
  },
  'stated.by': {
    en: '{owner} stated that it does not apply: {reason}',
    zh: '{owner} 声明不适用：{reason}',
  },
  'stated.current': { en: 'in force', zh: '有效' },
  'stated.expired': { en: 'expired', zh: '已过期' },
  'stated.unknown-requirement': {
    en: 'does not count: the framework has no such requirement',
    zh: '不计入：标准中没有该条要求',
  },
  'stated.not-selected': {
    en: 'does not count: its framework was not asked for',
    zh: '不计入：本次评估未选用该标准',
  },

  // What is still needed
  'needs.nothing': { en: 'Nothing more is asked for.', zh: '无需补充其他证据。' },
  'needs.questions': { en: 'Questions for a person', zh: '需人工回答的问题' },
  'needs.undetermined': {
    en: 'Undetermined: let the facts be read, or answer for them',
    zh: '未能判定：请开放相应读取权限，或以人工声明作答',
  },
  'needs.supported': {
    en: 'Supported: the container layer shows a part, the rest needs other evidence',
    zh: '有佐证：容器层仅能证明一部分，其余需另行举证',
  },
  'needs.context-only': {
    en: 'Context only: somebody has to judge',
    zh: '仅供参考：需由人员作出判断',
  },
  'needs.not-assessed': {
    en: 'Not assessed: no control bears on it',
    zh: '未评估：没有对应的控制项',
  },
  'needs.why': { en: 'Because of', zh: '相关控制项' },
  'needs.nature': { en: 'Nature', zh: '性质' },

  // The catalog's changes
  'change.added': { en: 'added', zh: '新增' },
  'change.unlinked': { en: 'no longer fed by {control}', zh: '不再采用 {control} 的证据' },
  'change.tailored': { en: 'tailored', zh: '已调整' },
  'change.omitted': { en: 'left out', zh: '已剔除' },

  // Inventory
  'subjects.id': { en: 'Id', zh: '标识' },
  'subjects.name': { en: 'Name', zh: '名称' },
  'subjects.none': { en: 'Nothing was judged.', zh: '没有评估任何对象。' },

  // How to read
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

  // The page itself
  'page.skip': { en: 'Skip to the report', zh: '跳到正文' },
  'page.search': { en: 'Search findings', zh: '搜索检查结果' },
  'page.search-hint': {
    en: 'Search findings: name, control, message, path, value',
    zh: '搜索检查结果：名称、控制项、结论、路径、取值',
  },
  'page.every-status': { en: 'Every status', zh: '全部状态' },
  'page.every-severity': { en: 'Every severity', zh: '全部严重程度' },
  'page.matches': {
    en: 'Findings shown: {count} of {total}',
    zh: '显示检查结果：{count} / {total}',
  },
  'page.clear': { en: 'Clear', zh: '清除' },
  'page.link': { en: 'Link to this', zh: '链接到此处' },
  'page.opens': { en: 'Filter', zh: '筛选' },
} as const satisfies Readonly<Record<string, Text>>;

/** The id of any message of the reports. */
export type MessageId = keyof typeof messages;
