import { type RawContainer, isRunning } from '../../api-schemas/container.ts';
import { type Port, comparePorts, hostAddresses, readHostPort } from '../../../workload/ports.ts';

type Bindings = RawContainer['NetworkSettings']['Ports'];

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
