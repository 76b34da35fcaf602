import { text, type Language, type Text } from '../../index.ts';
import { inLanguage } from '../../report.ts';
import type { ReadingReason, WatchGap } from '../../watch.ts';

/** Why something was read, where no event says it. */
export const reasonWords = {
  start: text('first reading', '首次读取'),
  reconnect: text(
    'everything was read again, since the engine had stopped reporting',
    '引擎曾中断上报，已全部重新读取',
  ),
  interval: text('found at the interval, without an event', '由定期读取发现，无对应事件'),
  event: text('an event', '事件'),
  settling: text('after it had started', '启动完成后'),
} as const satisfies Record<ReadingReason, Text>;

/** What the log and the table say. */
export const watchWords = {
  watching: text('Watching', '正在监视'),
  stop: text('Ctrl-C ends it', '按 Ctrl-C 结束'),
  failing: text('failing', '未通过'),
  unknown: text('unknown', '无法判定'),
  nothingFails: text('Nothing fails.', '没有未通过项。'),
  lastReading: text('last reading', '最近读取'),
  events: text('events', '个事件'),
  more: text('more', '其余'),
  gone: text('is gone, and with it', '已消失，随之消失'),
  failures: text('failures', '项未通过'),
  blind: text('BLIND', '监视中断'),
  lost: text(
    'could not be read; until it answers, everything of it is unknown',
    '无法读取；恢复应答之前，其全部内容均为无法判定',
  ),
  asBefore: text('is read again; its findings are as they were', '已恢复读取；检查结果与此前相同'),
} as const satisfies Record<string, Text>;

/** A gap of the watch in a sentence. */
export function sayGap(gap: WatchGap, language: Language): string {
  if (gap.kind === 'missed') {
    const list = gap.endpoints.join(', ');
    return language === 'zh'
      ? `引擎未上报的变化（${gap.endpoints.length} 处），由定期读取发现：${list}`
      : `${gap.endpoints.length} changes that the engine did not report were found at the interval: ${list}`;
  }
  const { target, from, to, why } = gap;
  if (to === null) {
    return language === 'zh'
      ? `自 ${from} 起看不到 ${target} 上的变化：${inLanguage(why, 'zh')}`
      : `${target} reports nothing since ${from}: ${inLanguage(why, 'en')}`;
  }
  return language === 'zh'
    ? `${target} 已恢复；${from} 至 ${to} 期间的变化未被看到`
    : `${target} reports again; what happened from ${from} to ${to} is not known`;
}
