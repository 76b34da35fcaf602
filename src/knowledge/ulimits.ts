/**
 * The hard limit on a resource among limits as `name=soft:hard` or `name=both`; -1 when none bounds it, which
 * is also how limits without an end are written.
 */
export function hardLimit(limits: readonly string[], name: string): number {
  for (const limit of limits) {
    if (!limit.startsWith(`${name}=`)) continue;
    const hard =
      limit
        .slice(name.length + 1)
        .split(':')
        .at(-1) ?? '';
    if (/^\d+$/.test(hard)) return Number(hard);
  }
  return -1;
}
