/** Processors by number, from one to another. */
type Range = readonly [from: number, to: number];

/** Reads a list of processors, `0-2,5`, as ranges that neither touch nor overlap, ascending, so that lists of the same are alike. */
export function parseCpuList(list: string): readonly Range[] {
  const ranges = list
    .split(',')
    .map((range): Range => {
      const [from = NaN, to = from] = range
        .split('-')
        .map((number) => (/^\d+$/.test(number) ? Number(number) : NaN));
      return [from, to];
    })
    .toSorted(([a], [b]) => a - b);
  const merged: Range[] = [];
  for (const [from, to] of ranges) {
    const last = merged.at(-1);
    if (last && from <= last[1] + 1) merged.splice(-1, 1, [last[0], Math.max(last[1], to)]);
    else merged.push([from, to]);
  }
  return merged;
}

/** Whether all processors of a list are in another one. */
export const isPartOf = (list: string, whole: string): boolean =>
  parseCpuList(list).every(([from, to]) =>
    parseCpuList(whole).some(([first, last]) => first <= from && to <= last),
  );
