import type { RawContainer } from '../../border/container.ts';

/** One published port. */
export interface Port {
  readonly hostAddress: string;
  readonly hostPort: number | null;
  readonly containerPort: number;
  readonly protocol: 'tcp' | 'udp' | 'sctp';
}

type Bindings = RawContainer['NetworkSettings']['Ports'];

/** What is bound when no address is named. */
const allInterfaces = ['0.0.0.0', '::'] as const;

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
      (HostIp === '' ? allInterfaces : [HostIp]).map((hostAddress): Port => ({
        hostAddress,
        // Of a range, the engine picks a free one.
        hostPort: /^[1-9]\d*$/.test(HostPort) ? Number(HostPort) : null,
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
