import type { Check } from '../../../core/controls/check.ts';
import { all, each } from '../../../core/controls/combinators.ts';
import type { EngineFacts } from '../../../core/subjects/engine.ts';
import { text } from '../../../core/text.ts';
import { fail } from '../../../core/controls/verdict.ts';
import { spellListener, type Listener } from './tls-listeners.ts';

/** The ports that the engine takes for plain HTTP and for TLS when none is named. */
const usualPorts = [2375, 2376];

const everywhere = /^(?:|\*|0\.0\.0\.0|::)$/;
const isAddress = /^[\d.]+$|:/;

/** Host and ports of a configured TCP address; `undefined` for a socket of another kind. */
function tcpPlace(host: string): { address: string; ports: readonly number[] } | undefined {
  const [, scheme = 'tcp', rest = ''] = /^(?:([a-z]+):\/\/)?(.*)$/.exec(host.trim()) ?? [];
  if (scheme !== 'tcp') return undefined;
  const [, bracketed, plain, port] =
    /^(?:\[([^\]]*)\]|([^:/]*))(?::(\d+))?(?:\/.*)?$/.exec(rest) ?? [];
  const ports = port === undefined ? usualPorts : [Number(port)];
  return { address: bracketed ?? plain ?? '', ports };
}

/** A name for an address is not looked up: it may be any. */
function isAt({ address, port, allInterfaces }: Listener, host: string): boolean {
  const place = tcpPlace(host);
  if (!place?.ports.includes(port)) return false;
  if (everywhere.test(place.address)) return allInterfaces;
  return !isAddress.test(place.address) || place.address.toLowerCase() === address;
}

/** Said where no flag and no file configures anything. */
export const nothing = text('Nothing is configured', '没有任何配置');

/**
 * Whether the engine's API listens on TCP just where flags and daemon.json say: everywhere that is configured, and,
 * unless sockets are handed to it, nowhere else.
 */
export const hostsInForce: Check<EngineFacts> = all(
  each(
    (e) =>
      e.configured.hosts
        .filter((host) => tcpPlace(host) !== undefined)
        .map((host) => ({ host, listeners: e.listeners })),
    ({ host, listeners }) =>
      listeners.some((listener) => isAt(listener, host)) ||
      fail(
        text(
          `${host} is configured, but the API does not listen there`,
          `已配置 ${host}，但 API 实际未在此监听`,
        ),
      ),
    nothing,
  ),
  each(
    (e) => {
      const { hosts } = e.configured;
      if (hosts.some((host) => host.startsWith('fd:'))) return [];
      return e.listeners.map((listener) => ({ listener, hosts }));
    },
    ({ listener, hosts }) =>
      hosts.some((host) => isAt(listener, host)) ||
      fail(
        text(
          `The API listens at ${spellListener(listener)}, which is not configured any more`,
          `API 仍在 ${spellListener(listener)} 监听，而配置中已无此地址`,
        ),
      ),
    nothing,
  ),
);
