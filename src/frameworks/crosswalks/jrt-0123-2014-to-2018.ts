import { text } from '../../core/text.ts';
import type { Jrt01232014Id } from '../jrt-0123-2014/requirements.ts';
import type { Jrt01232018Id } from '../jrt-0123-2018/requirements.ts';
import { rowsFrom, type Crosswalk, type CrosswalkLine } from './crosswalk.ts';

type Line = CrosswalkLine<Jrt01232014Id, Jrt01232018Id>;

const parts = ['1', '2', '3', '4', '5', '6'] as const;

/** Chapter by chapter, the same in each part. */
const lines = parts.flatMap((part): readonly Line[] => {
  const old = `JR/T 0123.${part}-2014` as const;
  const own = `JR/T 0123.${part}-2018` as const;
  return [
    [[old], 'reworded', [own]],
    [[`${old}#4`], 'same', [`${own}#4`]],
    [
      [`${old}#5`],
      'widened',
      [`${own}#5`],
      'Tests of merchants, disputes and payment tokens were added.',
      '增加了商户管理、争议投诉处理与支付标记化的测试。',
    ],
    [
      [`${old}#6`],
      'widened',
      [`${own}#6`],
      'Tests of anti-money laundering, customer risk and limits were added.',
      '增加了反洗钱、客户风险与交易限额的测试。',
    ],
    [[`${old}#7`], 'same', [`${own}#7`]],
    [[`${old}#8`], 'widened', [`${own}#8`]],
    [
      [],
      'new',
      [`${own}#8.1`],
      'Applies to machine rooms that the institution built itself.',
      '针对机构自建机房。',
    ],
    [[`${old}#8~1`], 'reworded', [`${own}#8.2`]],
    [[`${old}#8~2`], 'reworded', [`${own}#8.3`]],
    [[`${old}#8~3`], 'reworded', [`${own}#8.4`]],
    [[`${old}#8~4`], 'reworded', [`${own}#8.5`]],
    [[`${old}#8~5`], 'reworded', [`${own}#8.6`]],
    [[`${old}#8~6`], 'reworded', [`${own}#8.7`]],
  ];
});

/** How JR/T 0123-2014 leads to JR/T 0123-2018. */
export const jrt0123Crosswalk: Crosswalk = {
  from: 'jrt-0123-2014',
  to: 'jrt-0123-2018',
  source: text(
    'Parts and chapters were compared by this project, from the contents of parts 2 and 4 of 2018 and the changes that their forewords list. The chapters of 2014 and the sections of both editions are not verified: read both texts before you rely on it.',
    '由本项目依据 2018 年版第 2、4 部分的目次及前言所列变化对比；2014 年版各章及两版各节未经原文核实，采用前请核对。',
  ),
  rows: rowsFrom<Jrt01232014Id, Jrt01232018Id>(lines),
};
