import type { Words } from './table.ts';

/** What was assessed, with which tool and catalog, against which standard. */
export const scopeWords = {
  // Scope
  'scope.targets': { en: 'Targets', zh: '评估目标' },
  'scope.target': { en: 'Target', zh: '目标' },
  'scope.containerized': {
    en: ' (the engine runs in a container)',
    zh: '（引擎运行于容器中）',
  },
  'scope.description': { en: 'System', zh: '系统标识' },
  'scope.access': { en: 'Access', zh: '访问方式' },
  'scope.population': { en: 'Population', zh: '对象总体' },
  'scope.existed': { en: 'Existed', zh: '存在' },
  'scope.read': { en: 'Read', zh: '已读取' },
  'scope.vanished': { en: 'Vanished during the scan', zh: '期间消失' },
  'scope.id': { en: 'Id', zh: '标识' },
  'scope.gone': {
    en: 'Vanished during the scan: {kind} {name} ({id})',
    zh: '扫描期间消失：{kind} {name}（{id}）',
  },
  'scope.unread': { en: 'Not read', zh: '未读取' },
  'scope.none-of': {
    en: 'Listed, none found: {kinds}.',
    zh: '已列出但数量为零的类型：{kinds}。',
  },
  'scope.colon': { en: ': ', zh: '：' },
  'scope.comma': { en: ', ', zh: '、' },
  'scope.method': { en: 'Tool and catalog', zh: '评估工具与依据' },
  'scope.against': { en: 'Standard', zh: '对照标准' },
  'scope.tool': { en: 'Tool', zh: '工具' },
  'scope.configuration': { en: 'Configuration', zh: '配置文件' },
  'scope.collected': { en: 'Collected', zh: '采集时间' },
  'scope.catalog': { en: 'Catalog', zh: '控制项目录' },
  'scope.catalog-value': {
    en: '{id} {version}, controls: {count}',
    zh: '{id} {version}，共 {count} 个控制项',
  },
  'scope.changes': { en: 'Changes to the catalog', zh: '对目录的调整' },
  'scope.change': { en: 'Change', zh: '调整' },
  'scope.no-changes': {
    en: 'The catalog was used without changes.',
    zh: '目录按原样使用，未作任何调整。',
  },
  'scope.framework': { en: 'Framework', zh: '标准' },
  'scope.edition': { en: 'Edition', zh: '版本' },
  'scope.edition-value': {
    en: '{version}, {publisher}, published {published}',
    zh: '{version}，{publisher}，{published}发布',
  },
  'scope.level': { en: 'Level', zh: '级别' },
  'scope.level-all': { en: 'all requirements', zh: '全部要求' },
  'scope.extends': { en: 'Extends', zh: '扩展自' },
  'scope.framework-changes': { en: 'Changes to the standard', zh: '对其所作调整' },
  'scope.framework-change': {
    en: '{requirement}: {change} ({reason}, {by})',
    zh: '{requirement}：{change}（{reason}，{by}）',
  },
  'scope.ids-from': { en: 'Requirement ids from', zh: '要求编号来源' },
  'scope.system': { en: 'System under assessment', zh: '被评估系统' },
  'scope.boundary': { en: 'Boundary', zh: '边界说明' },
  'scope.selects': { en: 'Selected by', zh: '选取条件' },
  'scope.selects-target': { en: 'target {name}', zh: '目标 {name}' },
  'scope.selects-label': { en: 'label {name}', zh: '标签 {name}' },
  'scope.selects-component': { en: 'component {name}', zh: '组件 {name}' },
  'scope.outside': { en: 'Outside the system, not judged', zh: '不在系统范围内，未作判定' },
  'scope.outside-count': {
    en: 'Subjects outside the system: {count}. None of them was judged or counted.',
    zh: '不在系统范围内的对象：{count} 个，均未作判定、未计入。',
  },
  'scope.outside-target': { en: 'its target is outside the system', zh: '所属目标不在范围内' },
  'scope.outside-workload': {
    en: 'no label or component of the system matches it',
    zh: '不符合系统的标签或组件条件',
  },
  'scope.redactions': { en: 'Values dropped as secrets', zh: '作为敏感凭据丢弃的值' },
  'limits.to': { en: 'Limited to {parts}.', zh: '仅限于{parts}。' },
  'limits.and': { en: ' and ', zh: '，且' },
  'limits.frameworks': { en: 'controls mapped to {names}', zh: '映射到 {names} 的控制项' },
  'limits.controls': { en: 'controls {names}', zh: '控制项 {names}' },
  'limits.severities': { en: 'severity {names}', zh: '严重程度为{names}的控制项' },
  'limits.subjects': { en: 'subjects {names}', zh: '对象 {names}' },
  'limits.outside': {
    en: 'Findings outside this scope: {findings}; failures among them: {failures}.',
    zh: '此范围之外的结果：{findings} 项，其中未通过 {failures} 项。',
  },
  'limits.roll-up': {
    en: 'The status of a requirement rests on everything that was judged, also outside this scope.',
    zh: '各项要求的状态依据全部判定结果得出，包括此范围之外的结果。',
  },
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
  'notice.superseded': { en: 'Superseded by {id}.', zh: '其后继版本为 {id}。' },
  'notice.unverified': {
    en: 'The ids of {count} of {total} requirements were not verified at their source; they are marked †.',
    zh: '{total} 条要求中有 {count} 条的编号未经原文核实，以 † 标出。',
  },

  // Kinds of target
  'target.engine': { en: 'Engine', zh: '容器引擎' },
  'target.host': { en: 'Host files', zh: '宿主机文件' },
  'target.compose': { en: 'Compose file', zh: 'Compose 文件' },
  'target.dockerfile': { en: 'Dockerfile', zh: 'Dockerfile' },
  'target.devcontainer': { en: 'Dev container', zh: '开发容器' },
  'target.archive': { en: 'Image archive', zh: '镜像归档' },
  'target.registry': { en: 'Image in a registry', zh: '镜像仓库中的镜像' },
  'target.scanner': { en: 'Scanner report', zh: '扫描器报告' },
  'target.own': { en: 'Your own collector', zh: '自定义采集器' },
} as const satisfies Words;
