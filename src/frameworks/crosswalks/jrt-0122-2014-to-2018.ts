import { text } from '../../core/text.ts';
import type { Jrt01222014Id } from '../jrt-0122-2014/requirements.ts';
import type { Jrt01222018Id } from '../jrt-0122-2018/requirements.ts';
import { rowsFrom, type Crosswalk, type CrosswalkLine } from './crosswalk.ts';

/** The chapters of 2014 are on kinds of payment, those of 2018 on fields: each field is drawn together from all chapters. */
// oxfmt-ignore
const lines = [
  [['1'], 'same', ['1']],
  [['2'], 'same', ['2']],
  [['4'], 'moved', ['3']],
  [[], 'new', ['4']],
  [['3'], 'moved', ['5']],
  [['5', '5.1', '5.2', '5.3', '5.4'], 'moved', ['6'], 'Whether the principles are still one section each is not public.', '各原则是否仍单独成节未公开。'],
  [['6', '7', '8', '9', '10'], 'split', ['7', '8', '9', '10'], 'The chapters on kinds of payment became chapters on functions, risk, performance and security.', '按支付业务分章改为按功能、风险监控、性能与安全性分章。'],
  [['6.1', '6.1.1', '6.1.2', '6.1.3', '6.1.4', '6.1.5', '6.1.6', '6.1.7', '6.1.8', '7.1', '7.1.1', '7.1.2', '7.1.3', '7.1.4', '7.1.5', '7.1.6', '7.1.7', '7.1.8', '7.1.9'], 'merged', ['7'], 'Internet, digital television and fixed telephone payment have the same functions now; merchants, classes of payment accounts, disputes and payment tokens were added.', '互联网、数字电视与固定电话支付的功能要求已合并，并增加商户、支付账户分类、争议投诉处理与支付标记化。'],
  [['6.2', '6.2.1', '6.2.2', '6.2.3', '6.2.4', '6.2.5', '7.2', '7.2.1', '7.2.2', '7.2.3'], 'widened', ['8'], 'Anti-money laundering, customer risk and limits per year and per day were added.', '增加了反洗钱、客户风险及年度、当日限额等内容。'],
  [['6.3', '6.3.1', '7.3', '7.3.1'], 'merged', ['9']],
  [['6.4', '7.4', '8.4', '9.4', '10.4'], 'merged', ['10']],
  [[], 'new', ['10.1'], 'Applies to machine rooms that the institution built itself.', '针对机构自建机房。'],
  [['6.4.1', '6.4.1~1', '6.4.1~2', '6.4.1~3', '6.4.1~4', '6.4.1~5', '6.4.1~6', '6.4.1~7', '6.4.1~8', '6.4.1~9', '7.4.1', '8.4.1', '9.4.1', '10.4.1'], 'merged', ['10.2'], 'Isolation of network zones, filtering of content and audit of network objects were revised.', '修订了网络域隔离、内容过滤与网络对象审计。'],
  [['6.4.2', '6.4.2~1', '6.4.2~2', '6.4.2~3', '6.4.2~4', '6.4.2~5', '6.4.2~6', '6.4.2~7', '6.4.2~8', '6.4.2~9', '7.4.2', '8.4.2', '9.4.2', '10.4.2'], 'merged', ['10.3'], 'Audit of host objects was added, and the scope of access control revised.', '增加了主机对象审计，修订了访问控制的范围。'],
  [['6.4.3', '6.4.3~1', '6.4.3~2', '6.4.3~3', '6.4.3~4', '6.4.3~5', '6.4.3~6', '6.4.3~7', '6.4.3~8', '6.4.3~9', '6.4.3~10', '6.4.3~11', '6.4.3~12', '7.4.3', '8.4.3', '9.4.3', '10.4.3'], 'merged', ['10.4'], 'Audit of operations in the application was added; time stamps, payment policy and content of logs were changed.', '增加了应用操作审计，修改了时间戳、支付安全策略与日志内容。'],
  [['6.4.4', '6.4.4~1', '6.4.4~2', '6.4.4~3', '7.4.4', '8.4.4', '9.4.4', '10.4.4'], 'merged', ['10.5']],
  [['6.4.5', '6.4.5~1', '6.4.5~2', '6.4.5~3', '6.4.5~4', '6.4.5~5', '6.4.5~6', '6.4.5~7', '6.4.5~8', '7.4.5', '8.4.5', '9.4.5', '10.4.5'], 'merged', ['10.6']],
  [['6.4.6', '6.4.6~1', '6.4.6~2', '6.4.6~3', '6.4.6~4', '7.4.6', '8.4.6', '9.4.6', '10.4.6'], 'merged', ['10.7'], 'Plans for emergency recovery were revised.', '修订了应急恢复预案的内容。'],
  [['6.5', '6.5.1', '6.5.2', '6.5.3'], 'removed', [], 'No chapter of 2018 has this title; where documents are asked for now is not public.', '2018 年版没有同名章；有关文档的要求现在何处未公开。'],
] as const satisfies readonly CrosswalkLine<Jrt01222014Id, Jrt01222018Id>[];

/** How JR/T 0122-2014 leads to JR/T 0122-2018. */
export const jrt0122Crosswalk: Crosswalk = {
  from: 'jrt-0122-2014',
  to: 'jrt-0122-2018',
  source: text(
    'Chapters and sections were compared by this project, from the contents of both editions and from the changes that the foreword of 2018 lists. Below the sections 2018 is not public: read both texts before you rely on it.',
    '由本项目对比两版目录并参考 2018 年版前言所列变化；2018 年版各节以下内容未公开，采用前请核对原文。',
  ),
  rows: rowsFrom<Jrt01222014Id, Jrt01222018Id>(lines),
};
