import type { Words } from './table.ts';

/** The document of SOC 2: labels of our own. */
export const soc2Words = {
  'soc.title': {
    en: 'Evidence for a SOC 2 examination: container platform',
    zh: 'SOC 2 鉴证证据报告：容器平台',
  },
  'soc.categories': { en: 'Results by group of criteria', zh: '按准则类别统计的测试结果' },
  'soc.criteria': { en: 'Tests by criterion', zh: '逐项准则的测试' },
  'soc.result': { en: 'Result of tests', zh: '测试结果' },
  'soc.tests': { en: 'Tests and evidence', zh: '测试与证据' },
  'soc.none': { en: 'No exceptions', zh: '未发现例外' },
  'soc.exceptions': { en: 'Exceptions', zh: '发现例外' },
  'soc.partly': { en: 'Tested in part', zh: '部分测试' },
  'soc.not-tested': { en: 'Not tested', zh: '未测试' },
  'soc.not-applicable': { en: 'Not applicable', zh: '不适用' },
  'soc.layer': {
    en: 'Results refer to the container layer only. An exception that management accepted is still an exception, and an assertion of management is no test.',
    zh: '测试结果仅针对容器层。管理层已接受的例外仍计为例外；管理层声明不等同于测试。',
  },
  'soc.period': { en: 'Point in time and period', zh: '时点与期间' },
  'soc.period-point': {
    en: 'The results apply to one moment: {when}. They do not show how a control operated over a period.',
    zh: '以上结果仅反映 {when} 这一时点，不说明控制在一段期间内的运行情况。',
  },
  'soc.period-how': {
    en: 'For an examination of a period, keep each scan in a ledger. This report then shows how the controls of each criterion operated over the period:',
    zh: '如需对一段期间进行鉴证，请将每次扫描记入台账；据此生成的报告会给出各项准则的控制在该期间内的运行情况：',
  },
  'soc.period-there': {
    en: 'A separate section shows how the controls operated over the period: {from} to {to}.',
    zh: '控制在{from}至{to}期间的运行情况另有专节说明。',
  },
  'soc.operation': { en: 'Operation over the period', zh: '期间运行情况' },
  'soc.period-of': { en: 'Period', zh: '期间' },
  'soc.scans': { en: 'Scans', zh: '扫描次数' },
  'soc.longest-gap': { en: 'Longest time without a scan', zh: '最长未扫描间隔' },
  'soc.gap': { en: '{lasts}, from {from} to {to}', zh: '{lasts}，自{from}至{to}' },
  'soc.period-rule': {
    en: 'Findings of a scan count until the next scan; those of the last scan are not extended. An accepted failure is still an exception.',
    zh: '每次扫描的结果视为持续到下一次扫描，最后一次扫描的结果不向后延伸。已接受的未通过项同样计为例外。',
  },
  'soc.exceptions-by-control': { en: 'Exceptions by control', zh: '按控制项列出的例外' },
  'soc.no-exceptions': {
    en: 'No control failed at any scan of the period.',
    zh: '该期间的各次扫描均未发现未通过的控制项。',
  },
  'soc.over-period': { en: 'Over the period', zh: '期间结果' },
  'soc.period-exceptions': { en: 'Exceptions', zh: '发现例外' },
  'soc.period-incomplete': {
    en: 'No exceptions found, not all tested',
    zh: '未见例外，未全部测试',
  },
  'soc.period-none': { en: 'No exceptions', zh: '未发现例外' },
  'soc.period-not-tested': { en: 'Not tested', zh: '未测试' },
  'soc.tested': {
    en: 'Controls tested: {count} of {total}, at up to {scans} scans',
    zh: '已测试控制项 {count} / {total} 个，至多经 {scans} 次扫描',
  },
  'soc.failed-at': {
    en: '(failed at {failed} of {scans} scans, unaccepted for {lasts})',
    zh: '（{scans} 次扫描中 {failed} 次未通过，其中未被接受的时长 {lasts}）',
  },
  'soc.failed-scans': { en: 'Failed', zh: '未通过' },
  'soc.accepted-scans': { en: 'Failed, accepted', zh: '未通过但已接受' },
  'soc.lasted': { en: 'Unaccepted for', zh: '未被接受的时长' },
  'soc.when': { en: 'When', zh: '时段' },
  'soc.at-end': { en: 'Failing at the last scan', zh: '最近一次扫描仍未通过' },
  'soc.engagement': { en: 'Organisation, auditor and period', zh: '服务机构、鉴证机构与期间' },
  'soc.organisation': { en: 'Service organisation', zh: '服务机构' },
  'soc.auditor': { en: 'Service auditor', zh: '鉴证机构' },
  'soc.examined-period': { en: 'Period under examination', zh: '鉴证期间' },
  'soc.covered': { en: 'Time that the scans cover', zh: '扫描覆盖的时间' },
  'soc.one-scan': { en: 'one scan, {when}', zh: '一次扫描，{when}' },
  'soc.categories-in-scope': { en: 'Categories in scope', zh: '纳入范围的类别' },
  'soc.assertion': { en: 'Assertion of management', zh: '管理层声明' },
  'soc.control': { en: 'Control of the organisation', zh: '服务机构的控制' },
} as const satisfies Words;
