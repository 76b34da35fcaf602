import type { Language } from '../../index.ts';
import type { ControlState, PruneOf } from '../../ledger.ts';

/** Heads of columns and short sentences of the commands that read a ledger. */
export const ledgerWords = {
  en: {
    entry: 'ENTRY',
    collected: 'COLLECTED',
    failures: 'FAIL',
    change: 'CHANGE',
    waived: 'WAIVED',
    unknown: 'UNKNOWN',
    what: 'SCANNED',
    pruned: 'pruned',
    control: 'CONTROL',
    failing: 'FAILING',
    passing: 'PASSING',
    scans: 'SCANS',
    now: 'AT THE LAST SCAN',
    earlier: (count: number) => `Earlier entries: ${count}; --limit 0 shows all.`,
    nothing: 'No scan in the ledger matches.',
    longest: (gap: string, from: string, to: string) =>
      `Longest time without a scan: ${gap}, from ${from} to ${to}`,
    count: (scans: number) => `Scans: ${scans}`,
    series: 'SERIES',
    ofEntry: (seq: number, problem: string) => `entry ${seq}: ${problem}`,
    prunedThrough: (seq: number) => `Entries 1 to ${seq} were pruned.`,
    prune: ({ seq, at, by, keepDays, from, through, entries, lastHash }: PruneOf) =>
      `Entry ${seq} is a prune: on ${at} ${by ?? 'an unnamed person'} removed entries ${from} to ${through} (count: ${entries}, --keep-days ${keepDays}). The chain continues from hash ${lastHash}`,
    verdict: (entries: number, place: string, problems: number, headChecked: boolean) =>
      `Entries read in ${place}: ${entries}, problems: ${problems}${headChecked ? '' : '; entries removed from the end cannot be detected without --head'}`,
    position: (position: string) => `Last position: ${position}`,
    nothingPruned: 'No entry is that old; nothing was removed.',
    removed: (from: number, through: number, seq: number) =>
      `Removed entries ${from} to ${through}; entry ${seq} records it.`,
    held: 'Findings of a scan count until the next scan; those of the last scan are not extended.',
  },
  zh: {
    entry: '条目',
    collected: '采集时间',
    failures: '不通过',
    change: '变化',
    waived: '已接受风险',
    unknown: '未知',
    what: '扫描对象',
    pruned: '已清理',
    control: '检查项',
    failing: '不通过时长',
    passing: '通过时长',
    scans: '扫描次数',
    now: '最近一次扫描',
    earlier: (count: number) => `更早的条目：${count} 条；用 --limit 0 查看全部。`,
    nothing: '台账中没有符合条件的扫描。',
    longest: (gap: string, from: string, to: string) =>
      `最长未扫描间隔：${gap}，自 ${from} 至 ${to}`,
    count: (scans: number) => `扫描 ${scans} 次`,
    series: '系列',
    ofEntry: (seq: number, problem: string) => `条目 ${seq}：${problem}`,
    prunedThrough: (seq: number) => `条目 1 至 ${seq} 已被清理。`,
    prune: ({ seq, at, by, keepDays, from, through, entries, lastHash }: PruneOf) =>
      `条目 ${seq} 为清理记录：${by ?? '未署名的用户'} 于 ${at} 移除了条目 ${from} 至 ${through}，共 ${entries} 条，保留期 ${keepDays} 天。链从哈希 ${lastHash} 继续`,
    verdict: (entries: number, place: string, problems: number, headChecked: boolean) =>
      `已读取 ${place} 中的 ${entries} 个条目，问题 ${problems} 个${headChecked ? '' : '；未指定 --head 时无法发现末尾条目被移除'}`,
    position: (position: string) => `最后位置：${position}`,
    nothingPruned: '没有达到该期限的条目；未移除任何内容。',
    removed: (from: number, through: number, seq: number) =>
      `已移除条目 ${from} 至 ${through}；条目 ${seq} 对此作了记录。`,
    held: '每次扫描的结果视为持续到下一次扫描；最后一次扫描的结果不向后延伸。',
  },
} as const satisfies Record<Language, object>;

/** Where a control stood, in words. */
export const stateWords = {
  failing: { en: 'failing', zh: '不通过' },
  unknown: { en: 'unknown', zh: '未知' },
  waived: { en: 'waived', zh: '已接受风险' },
  manual: { en: 'manual', zh: '待人工确认' },
  passing: { en: 'passing', zh: '通过' },
  'not-applicable': { en: 'not applicable', zh: '不适用' },
} as const satisfies Record<ControlState, Record<Language, string>>;
