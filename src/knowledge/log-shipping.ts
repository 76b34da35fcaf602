import { isAnyAddress, isLoopback } from '../syntax/addresses/addresses.ts';

/**
 * Drivers whose logs stay on the host, when nothing else ships them. `syslog` is not among them: its address says where
 * it goes.
 */
export const localLogDrivers: readonly string[] = [
  'none',
  'json-file',
  'local',
  'journald',
  'k8s-file',
  'passthrough',
  'passthrough-tty',
  'etwlogs',
];

/** Where the collector of logs is that a driver sends them to. */
export type Collector = 'elsewhere' | 'on this host' | 'unknown';

/**
 * Where drivers send logs that are given no address.
 *
 * @see https://docs.docker.com/engine/logging/configure/
 */
const byDefault: Readonly<Record<string, Collector>> = {
  syslog: 'on this host',
  fluentd: 'on this host',
  awslogs: 'elsewhere',
  gcplogs: 'elsewhere',
  logentries: 'elsewhere',
};

/** Options of drivers, those of plugins too, that name the collector: `syslog-address`, `splunk-url`, `awslogs-endpoint`. */
const naming = /(?:^|[-_])(?:address|addr|endpoint|host|server|uri|url)$/;

/** Whether an option of a log driver, that of a plugin too, names the collector. */
export const namesCollector = (option: string): boolean => naming.test(option);

/** Says by the address of its collector where a driver sends logs. */
export function collectorOf(driver: string, options: Readonly<Record<string, string>>): Collector {
  const addresses = Object.entries(options).flatMap(([name, value]) =>
    namesCollector(name) && value !== '' ? value : [],
  );
  if (addresses.length === 0) return byDefault[driver] ?? 'unknown';
  if (addresses.every(isOnHost)) return 'on this host';
  return addresses.some((address) => redacted.test(address)) ? 'unknown' : 'elsewhere';
}

/** A value that was not kept. */
const redacted = /^\[redacted\b/;

/** Names that a host has for itself. */
const ownNames =
  /^(?:(?:.+\.)?localhost\.?|localhost\.localdomain|ip6-(?:localhost|loopback)|host\.docker\.internal)$/;

/** Whether an address, with or without a scheme and a port, is one of this host; without a host it is. */
function isOnHost(address: string): boolean {
  const [, scheme = '', rest = ''] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(.*)$/i.exec(address) ?? [];
  if (/^unix/i.test(scheme) || address.startsWith('/')) return true;
  const authority = rest.replace(/[/?#].*$/, '').replace(/^.*@/, '');
  const host = (/^(\[[^\]]*\]|[^:]*)(?::\d*)?$/.exec(authority)?.[1] ?? authority).toLowerCase();
  return host === '' || isLoopback(host) || isAnyAddress(host) || ownNames.test(host);
}
