import { isIP } from 'node:net';

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

/** An address with its port as people write them: `[::1]:2376`. */
export const spellEndpoint = (address: string, port: number | string): string =>
  `${address.includes(':') ? `[${address}]` : address}:${port}`;
