/** Text, and so compared as the collectors write it: in lower case, IPv6 in its short form. */
const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Whether a host goes by an address, and not by a name. */
export const isIpAddress = (host: string): boolean => /^[\d.]+$/.test(host) || host.includes(':');

/** Whether a certificate is for a host: an address or a name, for which a star may stand for the first part. */
export function coversHost(names: readonly string[], host: string): boolean {
  if (isIpAddress(host)) return names.some((name) => same(name, `IP:${host}`));
  const above = host.slice(host.indexOf('.'));
  return names.some(
    (name) => same(name, `DNS:${host}`) || (above.startsWith('.') && same(name, `DNS:*${above}`)),
  );
}

/** Whether there is any name that only a look-up could compare with an address. */
export const hasHostName = (names: readonly string[]): boolean =>
  names.some((name) => name.startsWith('DNS:'));
