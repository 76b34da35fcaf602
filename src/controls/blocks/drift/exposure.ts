import type { CheckContext } from '../../../core/controls/check.ts';
import { groupBy } from '../../../syntax/group-by.ts';
import type { WorkloadFacts } from '../../../core/subjects/workload/workload.ts';
import { text, type Text } from '../../../core/text.ts';
import { spellHostPort } from '../workload/published-ports.ts';
import { engineOf, isOneOff, type Pair } from './pair.ts';
import { compareLists, set, type Part } from './part.ts';

type Port = WorkloadFacts['ports'][number];

/** IPv4 and IPv6 are one: where a host has no IPv6, nothing listens there. */
const addressOf = ({ hostAddress }: Port): string =>
  hostAddress === '0.0.0.0' || hostAddress === '::' ? '*' : hostAddress;

const inWords = (port: Port): string =>
  `${addressOf(port)}:${spellHostPort(port)} → ${targetOf(port)}`;

const targetOf = ({ containerPort, protocol }: Port): string => `${containerPort}/${protocol}`;

/** Ports by their target in the container, which two that are the same have in common: there may be thousands. */
const byTarget = (list: readonly Port[]): ReadonlyMap<string, readonly Port[]> =>
  groupBy(list, targetOf);

/**
 * Whether a port is one that is intended, which leads to the same in the container; where no number is, the engine picks
 * any, or one of a range.
 */
function fits(port: Port, intended: Port, defaultAddress: () => string | undefined): boolean {
  if (intended.hostPort !== null) {
    if (port.hostPort !== intended.hostPort) return false;
  } else if (intended.hostRange && port.hostPort !== null) {
    const { first, last } = intended.hostRange;
    if (port.hostPort < first || port.hostPort > last) return false;
  }
  const [is, should] = [addressOf(port), addressOf(intended)];
  return is === should || (should === '*' && is === defaultAddress());
}

const ports: Part = {
  name: 'ports',
  agree: ({ running, intended }, ctx) => {
    const byDefault = (): string | undefined => engineOf(ctx)?.defaultAddress.effective;
    const [open, wanted] = [running.ports, intended.ports];
    const [openTo, wantedTo] = [byTarget(open), byTarget(wanted)];
    const more = open.filter(
      (port) => wantedTo.get(targetOf(port))?.some((each) => fits(port, each, byDefault)) !== true,
    );
    // What was started by hand for one time publishes nothing unless set to.
    const missing = isOneOff(running)
      ? []
      : wanted.filter(
          (each) =>
            openTo.get(targetOf(each))?.some((port) => fits(port, each, byDefault)) !== true,
        );
    return compareLists(text('ports published', '发布的端口'), once(more), once(missing));
  },
};

const once = (list: readonly Port[]): readonly string[] => [...new Set(list.map(inWords))];

/** Who has no network of its own is on those of another, or on none. */
const hasOwn = ({ namespaces }: WorkloadFacts): boolean => namespaces.network.mode === 'private';

const networks: Part = {
  name: 'networks',
  agree: ({ running, intended }: Pair, _: CheckContext) => {
    // A Swarm has no network_mode and puts the service on the network of its stack.
    if (!hasOwn(intended) || (running.origin === 'container' && !hasOwn(running))) return true;
    const [is, should] = [running, intended].map((w) => w.networks.map(({ name }) => name));
    return compareLists(
      text('networks', '网络'),
      (is ?? []).filter((name) => should?.includes(name) !== true),
      (should ?? []).filter((name) => is?.includes(name) !== true),
    );
  },
};

type Names = NonNullable<WorkloadFacts['nameResolution']>;

const named = (label: Text, kind: keyof Names, options: Parameters<typeof set>[3] = {}): Part =>
  set('names', label, ({ nameResolution }) => nameResolution?.[kind] ?? [], options);

/** Who may reach it, and whom it reaches under which name. */
export const exposureParts: readonly Part[] = [
  ports,
  networks,
  named(text('DNS servers', 'DNS 服务器'), 'servers'),
  named(text('search domains', 'DNS 搜索域'), 'domains'),
  named(text('DNS options', 'DNS 选项'), 'options', { containersOnly: true }),
  named(text('hosts by name', '主机名映射'), 'hosts'),
];
