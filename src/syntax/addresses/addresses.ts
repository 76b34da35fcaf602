/** The 128 bits of an address, as text of 0 and 1; IPv4 stands within IPv6. `undefined` of what is no address, or has a zone. */
function bitsOf(written: string): string | undefined {
  const bytes = /(?:^|:)(\d+(?:\.\d+){3})$/.exec(written)?.[1]?.split('.') ?? [];
  if (!bytes.every((byte) => /^(?:0|[1-9]\d{0,2})$/.test(byte) && Number(byte) <= 255)) return;
  const hex = bytes.map((byte) => Number(byte).toString(16).padStart(2, '0')).join('');
  const last = bytes.length === 0 ? '' : `${hex.slice(0, 4)}:${hex.slice(4)}`;
  const spelled = written.includes(':')
    ? written.slice(0, written.length - bytes.join('.').length) + last
    : `::ffff:${last}`;
  const parts = spelled.split('::').map((part) => (part === '' ? [] : part.split(':')));
  const [head = [], tail = []] = parts;
  const left = 8 - head.length - tail.length;
  const groups = [...head, ...Array.from({ length: Math.max(left, 0) }, () => '0'), ...tail];
  const isOne =
    (parts.length === 1 ? left === 0 : parts.length === 2 && left > 0) &&
    groups.every((group) => /^[\da-f]{1,4}$/i.test(group));
  return isOne
    ? groups.map((group) => parseInt(group, 16).toString(2).padStart(16, '0')).join('')
    : undefined;
}

/** Whether the engine takes a text for an address; with a zone it does not. */
export const isAddress = (written: string): boolean => bitsOf(written) !== undefined;

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
const apart = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.2.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '::/127',
  'fc00::/7',
  'fe80::/10',
  '2001:db8::/32',
].map((network) => {
  const [address = '', length] = network.split('/');
  return bitsOf(address)?.slice(0, Number(length) + (address.includes('.') ? 96 : 0)) ?? '';
});

/**
 * Whether an address is one that the internet may reach. IPv4 within IPv6 is the address within.
 *
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry/iana-ipv4-special-registry.xhtml
 */
export const isPublicAddress = (address: string): boolean => {
  const bits = bitsOf(address);
  return bits !== undefined && !apart.some((network) => bits.startsWith(network));
};
