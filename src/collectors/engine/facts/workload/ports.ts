import { isIP } from 'node:net';
import type { RawContainer } from '../../border/container.ts';

/** One published port. */
export interface Port {
  readonly hostAddress: string;
  readonly hostPort: number | null;
  readonly hostRange?: { readonly first: number; readonly last: number };
  readonly containerPort: number;
  readonly protocol: 'tcp' | 'udp' | 'sctp';
}

type Bindings = RawContainer['NetworkSettings']['Ports'];

/** What is bound when no address is named. */
const allInterfaces = ['0.0.0.0', '::'] as const;

/** Whether the engine takes a text for an address; with a zone it does not. */
export const isAddress = (written: string): boolean =>
  isIP(written) !== 0 && !written.includes('%');

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

/** The ports that a container publishes: those that listen while it runs, else those it asks for. */
export const portsOf = (container: RawContainer): readonly Port[] =>
  readPorts(isRunning(container) ? container.NetworkSettings.Ports : askedFor(container));

/** Without a network of its own nothing is published; with `--publish-all` what is exposed is, on free ports. */
function askedFor({ HostConfig, Config }: RawContainer): Bindings {
  const { NetworkMode, PortBindings, PublishAllPorts } = HostConfig;
  if (/^(?:none|host|container:.*)$/.test(NetworkMode)) return {};
  if (!PublishAllPorts) return PortBindings;
  const exposed: Bindings = {};
  for (const port of Object.keys(Config.ExposedPorts)) exposed[port] = [anywhere];
  return { ...exposed, ...PortBindings };
}

const anywhere = { HostIp: '', HostPort: '' };

/** Whether a container's processes exist, frozen or not. */
export const isRunning = ({ State }: RawContainer): boolean =>
  State.Status === 'running' || State.Status === 'paused';

function readPorts(bindings: Bindings): readonly Port[] {
  const ports = Object.entries(bindings).flatMap(([exposed, bound]) => {
    const [number = '', protocol = 'tcp'] = exposed.split('/');
    return bound.flatMap(({ HostIp, HostPort }) =>
      hostAddresses(HostIp).map((hostAddress): Port => ({
        hostAddress,
        ...readHostPort(HostPort),
        containerPort: Number(number),
        protocol: protocol === 'udp' || protocol === 'sctp' ? protocol : 'tcp',
      })),
    );
  });
  return ports.toSorted(comparePorts);
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
