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

const rangesOf = oncePerList((list): readonly Range[] =>
  list.map((entry) => {
    const [ports = '', protocol] = entry.split('/');
    const [from = 0, to = from] = ports.split('-').map(Number);
    return { from, to, protocol };
  }),
);

/** Whether a list of ports has this one. */
export const inPortList = (port: number, protocol: string, list: readonly string[]): boolean =>
  rangesOf(list).some(
    (range) =>
      port >= range.from &&
      port <= range.to &&
      (range.protocol === undefined || range.protocol === protocol),
  );
