import { type Port, comparePorts, hostAddresses, readHostPort } from '../../workload/ports.ts';
import { text } from '../../../core/text.ts';
import { more, sourced } from '../../gathering/partial-facts.ts';
import { type Node, fieldOf, itemsOf, textOf } from '../../../syntax/compose/tree/nodes.ts';
import { sourceAt } from '../loading/source-at.ts';
import { refusedItems } from './undefined-resources.ts';
import { numberIn, type Said } from './read-fields.ts';

/** The ports that a service publishes, each once for each family of addresses. */
export function portsOf(said: Said) {
  const node = said.field('ports');
  const mode = textOf(said.field('network_mode')) ?? '';
  // Without a network of its own nothing is published.
  const all = /^(?:host|none|service:|container:)/.test(mode) ? [] : itemsOf(node);
  const items = all.filter(({ fault }) => !fault);
  const listed = items.flatMap((item) => {
    const address = textOf(fieldOf(item, 'host_ip')) ?? '';
    const published = publishedAs(item);
    if (!isHostPort(published)) return [];
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
  const refused = items.filter((item) => !isHostPort(publishedAs(item))).map(refusedPort);
  return said.at(node, [
    ...listed
      .toSorted((a, b) => comparePorts(a.port, b.port))
      .map(({ item, port }) => sourced(port, sourceAt(item.place))),
    ...refused,
    ...refusedItems(all),
  ]);
}

const publishedAs = (item: Node): string => textOf(fieldOf(item, 'published')) ?? '';

/** Nothing is any free port. */
const isHostPort = (published: string): boolean => /^(?:\d+(?:-\d+)?)?$/.test(published);

/** Compose hands on whatever stands for a port of the host; what is none, the engine does not start. */
function refusedPort(item: Node) {
  const published = publishedAs(item);
  const detail = text(
    `“${published}” is not a port of the host, and the engine refuses it`,
    `“${published}”不是宿主机端口，引擎会拒绝`,
  );
  return more({ reason: 'malformed', detail, source: sourceAt(item.place) });
}
