import type { GapReason } from '../../core/facts/gap.ts';
import { unread, type Reading } from '../gathering/unread-gap.ts';
import { missing, sourced, type Missing } from '../gathering/partial-facts.ts';
import { readHandshake, type Authorities } from '../tls/read-handshake.ts';
import { spellPlace } from '../../syntax/addresses/spell-endpoint.ts';
import type { DaemonListener, DaemonSetting } from './daemon-reading.ts';
import type { EngineProcess } from './engine-processes.ts';
import { readTcpListeners, sharesNetwork } from './engine-sockets.ts';
import { probePort, type Probe } from './probe-port.ts';
import type { TcpSocket } from '../../syntax/proc/tcp-sockets.ts';
import { inLanguage, text, type Wording } from '../../core/text.ts';

/** Where a Swarm's nodes find one another: its own protocol, neither TLS nor HTTP. */
const gossipPort = 7946;

/**
 * The TCP sockets on which a daemon's API answers, each asked without a certificate. Its API listens where its hosts
 * say, and on what was handed to it (`fd://`); the same process listens for a Swarm and for metrics too. So where every
 * host is named, the others are left out unasked; where not, their answers identify them: a Swarm's manager by its
 * certificate, its gossip and metrics by not being an engine.
 *
 * @param authorities where the chains of its certificates should end
 */
export async function readListeners(
  engine: EngineProcess,
  procRoot: string,
  hosts: DaemonSetting<readonly string[]>,
  authorities: Authorities,
): Promise<Reading<readonly DaemonListener[]>> {
  const source = { kind: 'file', path: `/proc/${engine.pid}/net/tcp` } as const;
  const named = 'value' in hosts.inForce ? portsOf(hosts.inForce.value) : new Set<number>();
  const sockets = (await readTcpListeners(engine, procRoot))
    .filter(({ port }) => named.has(port) || mayBeHandedOver(hosts))
    .toSorted((a, b) => a.port - b.port || (a.address < b.address ? -1 : 1));
  if (sockets.length > 0 && !sharesNetwork(engine.pid, procRoot)) {
    const detail = text(
      'The daemon has a network that this process is not in.',
      '守护进程所在的网络与本进程不同。',
    );
    return { unread: unread('unavailable', detail, source) };
  }
  const asked = await Promise.all(
    sockets.map(async (socket): Promise<readonly DaemonListener[]> => {
      const { address, port } = socket;
      const { probe, at } = await ask(socket);
      if (named.has(port) || (probe.answer !== 'silent' && isApi(probe))) {
        return [await describeListener(socket, probe, at, authorities)];
      }
      if (probe.answer !== 'silent' || port === gossipPort) return [];
      const detail = text(
        `Whether the API is at port ${port} is not known: ${probe.why}.`,
        `无从得知端口 ${port} 上是否为引擎 API：${probe.why}。`,
      );
      const what = 'TLS, then GET /_ping';
      return [
        missing(
          unread(probe.reason, detail, { kind: 'probe', address: spellPlace(address, port), what }),
        ),
      ];
    }),
  );
  return { value: asked.flat(), source };
}

/** Where its hosts are not known, anything may have been handed over. */
const mayBeHandedOver = ({ inForce }: DaemonSetting<readonly string[]>): boolean =>
  'unread' in inForce || inForce.value.some((host) => host.startsWith('fd:'));

const isApi = (probe: Exclude<Probe, { answer: 'silent' }>): boolean =>
  probe.answer === 'mutual' ? !probe.swarm : probe.engine;

/** All interfaces are asked at loopback. */
async function ask({ address, port }: TcpSocket): Promise<{ probe: Probe; at: string }> {
  const at = address === '0.0.0.0' ? '127.0.0.1' : address === '::' ? '::1' : address;
  const probe = await probePort(at, port);
  if (address !== '::' || probe.answer !== 'silent') return { probe, at };
  // A host without an IPv6 loopback.
  return { probe: await probePort('127.0.0.1', port), at: '127.0.0.1' };
}

/** What a listener is, by its answer to the first connection, and by the options that it agrees to. */
export async function describeListener(
  { address, port }: Pick<TcpSocket, 'address' | 'port'>,
  probe: Probe,
  at: string,
  authorities: Authorities,
) {
  const source = {
    kind: 'probe',
    address: spellPlace(at, port),
    what: 'TLS, then GET /_ping',
  } as const;
  const handshake =
    probe.answer === 'none' ? null : await readHandshake({ host: at, port }, authorities);
  const silent = (reason: GapReason, why: Wording): Missing => {
    const detail = text(
      `Nothing was understood of port ${port}: ${inLanguage(why, 'en')}.`,
      `端口 ${port} 的应答无法解析：${inLanguage(why, 'zh')}。`,
    );
    return missing(unread(reason, detail, source));
  };
  return {
    address,
    port,
    allInterfaces: address === '0.0.0.0' || address === '::',
    tls:
      probe.answer === 'silent' ? silent(probe.reason, probe.why) : sourced(probe.answer, source),
    handshake:
      handshake ??
      (probe.answer === 'none'
        ? sourced(null, source)
        : silent('unavailable', text('no handshake came about', '未能完成握手'))),
  };
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
