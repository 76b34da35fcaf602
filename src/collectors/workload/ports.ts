import { isAddress } from '../../syntax/addresses/addresses.ts';

/** One published port. */
export interface Port {
  readonly hostAddress: string;
  readonly hostPort: number | null;
  readonly hostRange?: { readonly first: number; readonly last: number };
  readonly containerPort: number;
  readonly protocol: 'tcp' | 'udp' | 'sctp';
}

/** What is bound when no address is named. */
const allInterfaces = ['0.0.0.0', '::'] as const;

/** What listens: what the engine takes for no address, a name or one with a space, is none to it. */
export const hostAddresses = (written: string): readonly string[] =>
  isAddress(written) ? [written] : allInterfaces;

/** The port of the host that is asked for, `8080`, or the range `8080-8090` from which the engine picks. */
export function readHostPort(written: string): Pick<Port, 'hostPort' | 'hostRange'> {
  if (/^[1-9]\d*$/.test(written)) return { hostPort: Number(written) };
  const [, from, to] = /^(\d{1,5})-(\d{1,5})$/.exec(written) ?? [];
  const [first, last] = [Number(from), Number(to)];
  return first > 0 && first <= last && last <= 65_535
    ? { hostPort: null, hostRange: { first, last } }
    : { hostPort: null };
}

/** By number, protocol and address: engines list ports in no order. */
export function comparePorts(a: Port, b: Port): number {
  return (
    a.containerPort - b.containerPort ||
    compare(a.protocol, b.protocol) ||
    (a.hostPort ?? 0) - (b.hostPort ?? 0) ||
    compare(a.hostAddress, b.hostAddress)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
