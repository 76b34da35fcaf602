import { BlockList, isIP } from 'node:net';

/** Whether the engine takes a text for an address; with a zone it does not. */
export const isAddress = (written: string): boolean =>
  isIP(written) !== 0 && !written.includes('%');

/** Whether an address is every spelling of "any", of IPv4, IPv6 and IPv4 within IPv6: nothing but zeros. */
export const isAnyAddress = (address: string): boolean =>
  /^[0.:[\]]*$/.test(address.replace(/^\[?[0:]*:ffff:/i, ''));

/** Whether only the machine itself can reach an address. */
export const isLoopback = (address: string): boolean => {
  const plain = address.replace(/^\[|\]$/g, '').replace(/^[0:]*:ffff:/i, '');
  return /^127(?:\.\d{1,3}){1,3}$/.test(plain) || plain === '::1' || plain === 'localhost';
};

/** Whether an address stands for none, or for all of a machine. */
export const isUnspecified = (address: string): boolean => /^(?:0\.0\.0\.0|[0:]+)$/.test(address);

/** An address with its port as people write them: `[::1]:2376`. */
export const spellEndpoint = (address: string, port: number | string): string =>
  `${address.includes(':') ? `[${address}]` : address}:${port}`;

/** Networks that no router of the internet carries, by IANA's registries of special addresses. */
const apart = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
] as const) {
  apart.addSubnet(network, bits);
}
for (const [network, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['2001:db8::', 32],
] as const) {
  apart.addSubnet(network, bits, 'ipv6');
}

/**
 * Whether an address is one that the internet may reach. IPv4 within IPv6 is the address within.
 *
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry/iana-ipv4-special-registry.xhtml
 */
export const isPublicAddress = (address: string): boolean => {
  const plain = address.replace(/^[0:]*:ffff:(?=\d+\.)/i, '');
  return isIP(plain) !== 0 && !apart.check(plain, isIP(plain) === 4 ? 'ipv4' : 'ipv6');
};
