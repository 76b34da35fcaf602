import {
  comparePorts,
  hostAddresses,
  readHostPort,
  type Port,
} from '../../engine/facts/workload/ports.ts';
import { sourced } from '../../partly.ts';
import { fieldOf, itemsOf, sourceAt, textOf } from '../node.ts';
import { numberIn, type Said } from './said.ts';

/** The ports that a service publishes, each once for each family of addresses. */
export function portsOf(said: Said) {
  const node = said.field('ports');
  const mode = textOf(said.field('network_mode')) ?? '';
  // Without a network of its own nothing is published.
  const items = /^(?:host|none|service:|container:)/.test(mode) ? [] : itemsOf(node);
  const listed = items.flatMap((item) => {
    const address = textOf(fieldOf(item, 'host_ip')) ?? '';
    const published = textOf(fieldOf(item, 'published')) ?? '';
    const protocol = textOf(fieldOf(item, 'protocol')) ?? 'tcp';
    return hostAddresses(address).map((hostAddress) => ({
      item,
      port: {
        hostAddress,
        ...readHostPort(published),
        containerPort: numberIn(fieldOf(item, 'target')),
        protocol: protocol === 'udp' || protocol === 'sctp' ? protocol : 'tcp',
      } satisfies Port,
    }));
  });
  return said.at(
    node,
    listed
      .toSorted((a, b) => comparePorts(a.port, b.port))
      .map(({ item, port }) => sourced(port, sourceAt(item.place))),
  );
}
