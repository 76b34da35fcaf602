import { text, type Text } from '../../core/text.ts';

/** Something that is not as it was written. */
export interface LedgerProblem {
  /** The entry it is about; `null` where the file as a whole is damaged. */
  readonly seq: number | null;
  /** One clause. */
  readonly problem: Text;
}

/** Everything that can be wrong with a ledger, in words. */
export const problems = {
  columnsChanged: (columns: readonly string[]): Text =>
    text(
      `its row was changed, in ${columns.join(', ')}`,
      `该行已被更改，涉及 ${columns.join('、')}`,
    ),
  rowChanged: text(
    'its row was changed, in its hash or in values that its content does not contain',
    '该行已被更改，涉及 hash 或内容中没有的列',
  ),
  rowUnreadable: (why: string): Text =>
    text(`its row cannot be read: ${why}`, `该行无法读取：${why}`),
  rowMisplaced: text('its row is not at the position of its number', '该行不在其编号所在的位置'),
  contentMissing: text('its content is missing', '其内容缺失'),
  contentChanged: text('its content was changed', '其内容已被更改'),
  contentPacked: text('its content cannot be unpacked', '其内容无法解压'),
  contentUnreadable: (why: string): Text =>
    text(`its content cannot be read: ${why}`, `其内容无法读取：${why}`),
  standingChanged: text('its standing was changed', '其状态记录已被更改'),
  standingUnreadable: (why: string): Text =>
    text(`its standing cannot be read: ${why}`, `其状态记录无法读取：${why}`),
  notLinked: text(
    'it does not follow the entry before it: one of the two was replaced',
    '它与前一条目不衔接：其中一条已被替换',
  ),
  missing: (from: number, to: number): Text =>
    from === to
      ? text(`entry ${from} is missing`, `条目 ${from} 缺失`)
      : text(`entries ${from} to ${to} are missing`, `条目 ${from} 至 ${to} 缺失`),
  beginningGone: (to: number): Text =>
    to === 1
      ? text(
          'entry 1 is missing, and no prune in the chain records it',
          '条目 1 缺失，链中没有相应的清理记录',
        )
      : text(
          `entries 1 to ${to} are missing, and no prune in the chain records it`,
          `条目 1 至 ${to} 缺失，链中没有相应的清理记录`,
        ),
  pruneUnread: text(
    'it is a prune, but its content is not one that a prune writes',
    '它是清理记录，但其内容并非清理所写',
  ),
  notRemoved: (from: number, to: number): Text =>
    text(
      `it is a prune that removed entries ${from} to ${to}, but they exist`,
      `它是清理记录，称已移除条目 ${from} 至 ${to}，但它们仍存在`,
    ),
  pruneApart: (through: number, from: number): Text =>
    text(
      `it is a prune from entry ${from}, but the prune before it ended at entry ${through}`,
      `它是自条目 ${from} 起的清理记录，但上一次清理止于条目 ${through}`,
    ),
  notFirst: text('it names an entry before it, but is the first', '它是第一条，却指向更早的条目'),
  headMissing: text('the record of the last entry is missing', '记录最后条目的标记缺失'),
  headUnreadable: (why: string): Text =>
    text(
      `the record of the last entry cannot be read: ${why}`,
      `记录最后条目的标记无法读取：${why}`,
    ),
  headOther: text(
    'the record of the last entry names another one',
    '记录最后条目的标记指向另一条目',
  ),
  headTwice: text('there are two records of the last entry', '记录最后条目的标记有两个'),
  cutOff: (last: number): Text =>
    text(
      `the chain was cut off: entry ${last} was the last`,
      `链被截断：最后一条本应为条目 ${last}`,
    ),
  pruningLeft: text(
    'plimsoll_pruning has a row, which lets entries be deleted without a prune',
    'plimsoll_pruning 中有一行，可使条目不经清理即被删除',
  ),
  standingMissing: text('its standing is missing', '其状态记录缺失'),
  orphan: text('there is content without its entry', '存在没有对应条目的内容'),
  file: (why: string): Text => text(`the file is damaged: ${why}`, `文件已损坏：${why}`),
  objectMissing: (name: string): Text =>
    text(
      `the ${name} is missing: changes that it prevents may have been made`,
      `缺少 ${name}：其所禁止的操作可能已经发生`,
    ),
  objectAltered: (name: string): Text => text(`the ${name} was altered`, `${name} 已被更改`),
  objectAdded: (name: string): Text =>
    text(`the ${name} was not made by this program`, `${name} 并非本程序创建`),
  otherHash: text('its hash differs from the one that was noted', '其哈希与所记录的不一致'),
  pruned: text('it was noted, but was pruned since', '它曾被记录，此后已被清理'),
  gone: text('it was noted, but does not exist', '它曾被记录，但已不存在'),
} as const;
