const units = ['B', 'KiB', 'MiB', 'GiB'] as const;

/**
 * Bytes in the largest unit that has no remainder.
 *
 * @example spellSize(134217728) // 128 MiB
 */
export function spellSize(bytes: number): string {
  let [count, at] = [bytes, 0];
  while (count !== 0 && count % 1024 === 0 && at < units.length - 1) {
    [count, at] = [count / 1024, at + 1];
  }
  return `${count} ${units[at]}`;
}
