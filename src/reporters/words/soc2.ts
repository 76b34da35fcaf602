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
    en: 'Results speak of the container layer alone. What management accepted is still an exception, and what it asserts is no test.',
    zh: '测试结果仅针对容器层。管理层已接受的例外仍计为例外；管理层声明不等同于测试。',
  },
  'soc.period': { en: 'Point in time and period', zh: '时点与期间' },
  'soc.period-point': {
    en: 'The results hold for one moment: {when}. They say nothing of how a control operated over a period.',
    zh: '以上结果仅反映 {when} 这一时点，不说明控制在一段期间内的运行情况。',
  },
  'soc.period-how': {
    en: 'For an examination of a period, keep each scan in a ledger; this tells for every control how long it failed, and where scans are missing:',
    zh: '如需对一段期间进行鉴证，请将每次扫描记入台账；以下命令给出各控制项未通过的时长以及扫描的空缺：',
  },
} as const satisfies Words;
