import { unread, type Reading } from '../files/unread.ts';
import type { DaemonListener, DaemonSetting } from './daemon-reading.ts';
import type { EngineProcess } from './engine-processes.ts';
import { readTcpListeners, sharesNetwork } from './engine-sockets.ts';
import { probePort, type Probe } from './probe-port.ts';
import type { TcpSocket } from './tcp-sockets.ts';

/** Where a Swarm's nodes find one another: its own protocol, neither TLS nor HTTP. */
const gossipPort = 7946;

/**
 * The TCP sockets on which a daemon's API answers, each asked without a certificate. Left out is what the
 * same process listens on for something else: a Swarm's manager port, told by the Swarm's own
 * certificate, its gossip port, and metrics. A port that a host flag names is the API's whatever it says.
 */
export async function readListeners(
  engine: EngineProcess,
  procRoot: string,
  hosts: DaemonSetting<readonly string[]>,
): Promise<Reading<readonly DaemonListener[]>> {
  const sockets = readTcpListeners(engine, procRoot);
  const source = { kind: 'file', path: `/proc/${engine.pid}/net/tcp` } as const;
  if (sockets.length === 0) return { value: [], source };
  if (!sharesNetwork(engine.pid, procRoot)) {
    return {
      unread: unread(
        'unavailable',
        'The daemon has a network that this process is not in.',
        source,
      ),
    };
  }
  const named = 'value' in hosts.inForce ? portsOf(hosts.inForce.value) : undefined;
  const listeners: DaemonListener[] = [];
  const probes = await Promise.all(
    sockets.map(async (socket) => ({ socket, probe: await ask(socket) })),
  );
  for (const { socket, probe } of probes) {
    const { address, port } = socket;
    const isNamed = named?.has(port);
    if (probe.answer === 'silent') {
      if (isNamed === false || (isNamed === undefined && port === gossipPort)) continue;
      const what = `Nothing was understood of port ${port}: ${probe.why}.`;
      const asked = {
        kind: 'probe',
        address: `${address}:${port}`,
        what: 'TLS and GET /_ping',
      } as const;
      return { unread: unread('timeout', what, asked) };
    }
    if (isNamed || isApi(probe)) listeners.push({ address, port, tls: probe.answer });
  }
  const ordered = listeners.toSorted((a, b) => a.port - b.port || (a.address < b.address ? -1 : 1));
  return { value: ordered, source };
}

const isApi = (probe: Exclude<Probe, { answer: 'silent' }>): boolean =>
  probe.answer === 'mutual' ? !probe.swarm : probe.engine;

/** All interfaces are asked at loopback. */
async function ask({ address, port }: TcpSocket): Promise<Probe> {
  if (address === '0.0.0.0') return probePort('127.0.0.1', port);
  if (address !== '::') return probePort(address, port);
  const probe = await probePort('::1', port);
  // A host without an IPv6 loopback.
  return probe.answer === 'silent' ? probePort('127.0.0.1', port) : probe;
}

/** The ports that host flags name; without one, the engine's own for plain HTTP and for TLS. */
export function portsOf(hosts: readonly string[]): ReadonlySet<number> {
  return new Set(
    hosts.flatMap((host) => {
      const [, scheme, rest = ''] = /^(?:([a-z]+):\/\/)?(.*)$/.exec(host.trim()) ?? [];
      if (scheme !== undefined && scheme !== 'tcp') return [];
      const port = /:(\d+)(?:\/.*)?$/.exec(rest)?.[1];
      return port === undefined ? [2375, 2376] : [Number(port)];
    }),
  );
}
