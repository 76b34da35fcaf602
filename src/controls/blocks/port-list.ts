import { z } from 'zod';
import { oncePerList } from '../once-per-list.ts';

/** One entry of a list of ports: `443`, `8000-8099` or `53/udp`. */
export const portEntry = z
  .string()
  .regex(
    /^\d{1,5}(?:-\d{1,5})?(?:\/(?:tcp|udp|sctp))?$/,
    'must be a port such as 443, 8000-8099 or 53/udp',
  );

interface Range {
  readonly from: number;
  readonly to: number;
  /** Absent means any. */
  readonly protocol: string | undefined;
}

/** In the order of their beginnings. */
const rangesOf = oncePerList((list): readonly Range[] =>
  list
    .map((entry) => {
      const [ports = '', protocol] = entry.split('/');
      const [from = 0, to = from] = ports.split('-').map(Number);
      return { from, to, protocol };
    })
    .toSorted((a, b) => a.from - b.from),
);

/** Whether a list of ports has this one. */
export const inPortList = (port: number, protocol: string, list: readonly string[]): boolean =>
  rangesOf(list).some(
    (range) =>
      port >= range.from &&
      port <= range.to &&
      (range.protocol === undefined || range.protocol === protocol),
  );

/** Whether a list of ports has all from the first to the last of a range. */
export function rangeInPortList(
  { first, last }: { readonly first: number; readonly last: number },
  protocol: string,
  list: readonly string[],
): boolean {
  let next = first;
  for (const range of rangesOf(list)) {
    if (range.protocol !== undefined && range.protocol !== protocol) continue;
    if (range.from <= next) next = Math.max(next, range.to + 1);
  }
  return next > last;
}
