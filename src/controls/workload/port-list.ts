import { z } from 'zod';

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

/** A list stands in the parameters of a control, and is taken apart once for all workloads. */
const known = new WeakMap<readonly string[], readonly Range[]>();

function rangesOf(list: readonly string[]): readonly Range[] {
  let ranges = known.get(list);
  if (ranges === undefined) {
    ranges = list.map((entry) => {
      const [ports = '', protocol] = entry.split('/');
      const [from = 0, to = from] = ports.split('-').map(Number);
      return { from, to, protocol };
    });
    known.set(list, ranges);
  }
  return ranges;
}

/** Whether a list of ports has this one. */
export const inPortList = (port: number, protocol: string, list: readonly string[]): boolean =>
  rangesOf(list).some(
    (range) =>
      port >= range.from &&
      port <= range.to &&
      (range.protocol === undefined || range.protocol === protocol),
  );
