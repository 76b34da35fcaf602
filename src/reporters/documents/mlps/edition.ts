import type { Report } from '../../model/report.ts';

/** The edition of the report template that a paper follows: the one in use since March 2025, unless another is named. */
export const templateOf = ({ papers }: Report): '2021' | '2025' => papers.mlps?.template ?? '2025';

/** Whether the items are those of GB/T 22239-2019, to which numbers of units and triggers belong. */
export const isOf2019 = ({ framework }: Report): boolean =>
  [framework?.id, framework?.extends].includes('gbt-22239-2019');
