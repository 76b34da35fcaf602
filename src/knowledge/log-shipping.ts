import { isLoopback } from '../syntax/addresses/addresses.ts';

/**
 * Drivers whose logs stay on the host, when nothing else ships them. `syslog` is not among them: where it
 * goes is told by its address.
 */
export const localLogDrivers: readonly string[] = [
  'none',
  'json-file',
  'local',
  'journald',
  'k8s-file',
  'passthrough',
];

/** Whether syslog is told of another host: without an address, or with one of this host, it is this host's own. */
export function syslogLeaves(options: Readonly<Record<string, string>>): boolean {
  const [, scheme = '', host = ''] =
    /^([a-z+]+):\/\/(\[[^\]]*\]|[^:/]*)/.exec(options['syslog-address'] ?? '') ?? [];
  return scheme !== '' && !scheme.startsWith('unix') && host !== '' && !isLoopback(host);
}
