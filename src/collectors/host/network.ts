import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { HostFacts } from '../../core/subjects/host/host.ts';
import { parseTcpListeners } from '../../syntax/proc/tcp-sockets.ts';
import { attempt, type Reading } from '../gathering/unread-gap.ts';
import { listProc, readProc, unlessGone } from '../proc/read-proc.ts';
import { inOtherNetwork, otherNetwork } from './sysctls.ts';

type Network = HostFacts['network'];
type Interface = Network['interfaces'][number];

/** Kernel parameters of one interface, or of `all`; 0 for one that this kernel does not know. */
export interface InterfaceSettings {
  readonly forwarding: number;
  readonly acceptRedirects: number;
  readonly sendRedirects: number;
  readonly acceptSourceRoute: number;
  readonly reversePath: number;
  readonly ipv6Forwarding: number;
  readonly ipv6AcceptRedirects: number;
}

/**
 * What the kernel does at an interface: each parameter has its own way of counting that of `all` in.
 *
 * @see https://docs.kernel.org/networking/ip-sysctl.html
 */
export function settleInterface(
  name: string,
  own: InterfaceSettings,
  all: InterfaceSettings,
): Interface {
  const both = (own.acceptRedirects & all.acceptRedirects) === 1;
  const either = (own.acceptRedirects | all.acceptRedirects) === 1;
  const reversePath = Math.max(own.reversePath, all.reversePath);
  return {
    name,
    acceptsRedirects: own.forwarding === 0 ? either : both,
    sendsRedirects: (own.sendRedirects | all.sendRedirects) === 1,
    acceptsSourceRoutes: (own.acceptSourceRoute & all.acceptSourceRoute) === 1,
    reversePath: reversePath === 0 ? 'off' : reversePath === 1 ? 'strict' : 'loose',
    // A router takes none, whatever else is set.
    acceptsIpv6Redirects: own.ipv6Forwarding === 0 && own.ipv6AcceptRedirects > 0,
  };
}

/** Every interface of the host but loopback; from inside another network they are a gap. */
export async function readInterfaces(procRoot: string): Promise<Reading<readonly Interface[]>> {
  const kernel = await attempt('/proc/sys', () => stat(join(procRoot, 'sys/kernel')));
  if ('unread' in kernel) return kernel;
  if (inOtherNetwork(procRoot)) return { unread: otherNetwork };
  return attempt('/proc/sys/net/ipv4/conf', () => {
    const names = unlessGone(() => listProc(`${procRoot}/sys/net/ipv4/conf`)) ?? [];
    const all = readSettings(procRoot, 'all');
    if (!all) return [];
    return names.toSorted().flatMap((name) => {
      if (['all', 'default', 'lo'].includes(name)) return [];
      const own = readSettings(procRoot, name);
      return own ? [settleInterface(name, own, all)] : [];
    });
  });
}

/** `undefined` for an interface that went while it was read. */
function readSettings(procRoot: string, name: string): InterfaceSettings | undefined {
  const read = (family: 'ipv4' | 'ipv6', key: string): number | undefined => {
    const path = `${procRoot}/sys/net/${family}/conf/${name}/${key}`;
    const text = unlessGone(() => readProc(path));
    return text === undefined ? undefined : Number(text);
  };
  const forwarding = read('ipv4', 'forwarding');
  if (forwarding === undefined) return undefined;
  return {
    forwarding,
    acceptRedirects: read('ipv4', 'accept_redirects') ?? 0,
    sendRedirects: read('ipv4', 'send_redirects') ?? 0,
    acceptSourceRoute: read('ipv4', 'accept_source_route') ?? 0,
    reversePath: read('ipv4', 'rp_filter') ?? 0,
    // Without IPv6 nothing is forwarded and nothing accepted.
    ipv6Forwarding: read('ipv6', 'forwarding') ?? 0,
    ipv6AcceptRedirects: read('ipv6', 'accept_redirects') ?? 0,
  };
}

const loopback = (address: string): boolean =>
  address.startsWith('127.') || address === '::1' || address.startsWith('::ffff:7f');

/** What listens in the network of the host's first process, wherever the reader is. */
export const readHostListeners = (procRoot: string): Promise<Reading<Network['listeners']>> =>
  attempt('/proc/1/net/tcp', () => {
    const folder = `${procRoot}/1/net`;
    // A kernel without IPv6 has no tcp6.
    const tables = [readProc(`${folder}/tcp`), unlessGone(() => readProc(`${folder}/tcp6`)) ?? ''];
    const found = tables
      .flatMap(parseTcpListeners)
      .filter(({ address }) => !loopback(address))
      .map(({ address, port }) => ({ address, port }));
    const each = new Map(found.map((one) => [`${one.address} ${one.port}`, one]));
    return [...each.values()].toSorted(
      (a, b) => a.port - b.port || (a.address < b.address ? -1 : 1),
    );
  });
