import { z } from 'zod';
import { oncePerList } from '../../syntax/once-per-list.ts';

/** One entry of a list of ports: `443`, `8000-8099` or `53/udp`. */
export const portEntry = z
  .string()
  .regex(
    /^\d{1,5}(?:-\d{1,5})?(?:\/(?:tcp|udp|sctp))?$/,
    'must be a port such as 443, 8000-8099 or 53/udp',
  );

/** The ports of an entry; of what is no entry they are no numbers, and nothing is among them. */
interface Range {
  readonly from: number;
  readonly to: number;
  /** Absent means any. */
  readonly protocol: string | undefined;
}

/** Takes an entry apart. */
export function rangeOf(entry: string): Range {
  const [ports = '', protocol] = entry.split('/');
  const [from = 0, to = from] = ports.split('-').map(Number);
  return { from, to, protocol };
}

/** In the order of their beginnings. */
const rangesOf = oncePerList((list): readonly Range[] =>
  list.map(rangeOf).toSorted((one, other) => one.from - other.from),
);

/** Whether a list of ports has this one. */
export const inPortList = (port: number, protocol: string, list: readonly string[]): boolean =>
  rangesOf(list).some(
    (range) =>
      port >= range.from &&
      port <= range.to &&
      (range.protocol === undefined || range.protocol === protocol),
  );

/** Whether what an image exposes, a port or a range of ports, has one of a list in it; without a protocol it is TCP. */
export function exposesAnyOf(exposed: string, list: readonly string[]): boolean {
  const { from, to, protocol = 'tcp' } = rangeOf(exposed);
  return rangesOf(list).some(
    (range) =>
      range.from <= to &&
      range.to >= from &&
      (range.protocol === undefined || range.protocol === protocol),
  );
}

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
