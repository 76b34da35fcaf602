import { unread, type Reading } from '../files/unread.ts';
import type { DaemonListener, DaemonSetting } from './daemon-reading.ts';
import type { EngineProcess } from './engine-processes.ts';
import { readTcpListeners, sharesNetwork } from './engine-sockets.ts';
import { probePort, type Probe } from './probe-port.ts';
import type { TcpSocket } from './tcp-sockets.ts';

/** Where a Swarm's nodes find one another: its own protocol, neither TLS nor HTTP. */
const gossipPort = 7946;

/**
 * The TCP sockets on which a daemon's API answers, each asked without a certificate. Its API listens where
 * its hosts say, and on what was handed to it (`fd://`); the same process listens for a Swarm and for
 * metrics too. So where every host is named, the others are left out unasked; where not, they are told by
 * how they answer: a Swarm's manager by its certificate, its gossip and metrics by not being an engine.
 */
export async function readListeners(
  engine: EngineProcess,
  procRoot: string,
  hosts: DaemonSetting<readonly string[]>,
): Promise<Reading<readonly DaemonListener[]>> {
  const source = { kind: 'file', path: `/proc/${engine.pid}/net/tcp` } as const;
  const named = 'value' in hosts.inForce ? portsOf(hosts.inForce.value) : new Set<number>();
  const listening = await readTcpListeners(engine, procRoot);
  const sockets = listening.filter(({ port }) => named.has(port) || mayBeHandedOver(hosts));
  if (sockets.length > 0 && !sharesNetwork(engine.pid, procRoot)) {
    const detail = 'The daemon has a network that this process is not in.';
    return { unread: unread('unavailable', detail, source) };
  }
  const probes = await Promise.all(
    sockets.map(async (socket) => ({ ...socket, probe: await ask(socket) })),
  );
  const listeners: DaemonListener[] = [];
  for (const { address, port, probe } of probes) {
    if (probe.answer !== 'silent') {
      if (named.has(port) || isApi(probe)) listeners.push({ address, port, tls: probe.answer });
    } else if (named.has(port) || ('unread' in hosts.inForce && port !== gossipPort)) {
      const asked = `${address}:${port}`;
      const detail = `Nothing was understood of port ${port}: ${probe.why}.`;
      const what = 'TLS, then GET /_ping';
      return { unread: unread('timeout', detail, { kind: 'probe', address: asked, what }) };
    }
  }
  const ordered = listeners.toSorted((a, b) => a.port - b.port || (a.address < b.address ? -1 : 1));
  return { value: ordered, source };
}

/** Where its hosts are not known, anything may have been handed over. */
const mayBeHandedOver = ({ inForce }: DaemonSetting<readonly string[]>): boolean =>
  'unread' in inForce || inForce.value.some((host) => host.startsWith('fd:'));

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
