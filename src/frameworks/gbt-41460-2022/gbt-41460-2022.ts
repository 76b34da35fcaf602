import { defineFramework } from '../../core/frameworks/framework.ts';
import { checkMapping } from '../../core/frameworks/mapping.ts';
import { linksForContext } from '../jrt-0122-2014/links-by-section.ts';
import { requirementsFrom } from '../requirements/requirement-row.ts';
import { gbt414602022Head } from './head.ts';

/** GB/T 41460-2022 by the subjects of its scope: its chapters after the third have numbers that are not public. */
// oxfmt-ignore
export const gbt414602022 = defineFramework({
  ...gbt414602022Head,
  requirements: requirementsFrom([
    ['~1', null, 'outside', 'unverified', 'Functions and management', '功能要求及管理要求'],
    ['~2', null, 'outside', 'unverified', 'Risk monitoring and anti-money laundering', '风险监控及反洗钱要求'],
    ['~3', null, 'technical', 'unverified', 'Performance', '性能要求'],
    ['~4', null, 'technical', 'unverified', 'Security requirements', '安全性要求'],
  ]),
});

/** What the built-in controls tell of it. That the controls exist is for the compiler to say. */
export const gbt414602022Mapping = checkMapping(gbt414602022, linksForContext('~4'), () => true);
