import { defineFramework } from '../../core/frameworks/framework.ts';
import { checkMapping } from '../../core/frameworks/mapping.ts';
import { linksForContext } from '../jrt-0122-2014/links-by-section.ts';
import { introducedBy } from '../requirements/nothing-to-test.ts';
import { requirementsFrom } from '../requirements/requirement-row.ts';
import { gbt414632022Head } from './head.ts';

/** GB/T 41463-2022 by its first chapters and the subjects of its scope: the numbers of the latter are not public. */
// oxfmt-ignore
export const gbt414632022 = defineFramework({
  ...gbt414632022Head,
  // Scope, references and terms are nothing to test.
  requirements: introducedBy(['1', '2', '3'], requirementsFrom([
    ['1', null, 'outside', 'verified', 'Scope', '适用范围'],
    ['2', null, 'outside', 'verified', 'Normative references', '规范性引用文件'],
    ['3', null, 'outside', 'verified', 'Terms', '术语和定义'],
    ['~1', null, 'organisational', 'unverified', 'Starting a test', '检测启动要求'],
    ['~2', null, 'outside', 'unverified', 'Functional tests', '功能检测'],
    ['~3', null, 'outside', 'unverified', 'Risk monitoring and anti-money laundering tests', '风险监控及反洗钱检测'],
    ['~4', null, 'technical', 'unverified', 'Performance tests', '性能检测'],
    ['~5', null, 'technical', 'unverified', 'Security tests', '安全性检测'],
  ])),
});

/** What the built-in controls tell of it. That the controls exist is for the compiler to say. */
export const gbt414632022Mapping = checkMapping(gbt414632022, linksForContext('~5'), () => true);
