import fc from 'fast-check';
import { isIP } from 'node:net';
import { describe, expect, it } from 'vitest';
import { isAddress, isPublicAddress } from '../../../src/syntax/addresses/addresses.ts';

const octet = fc.oneof(fc.nat({ max: 300 }).map(String), fc.constantFrom('', '00', '01', '+1'));
const group = fc.oneof(
  fc.nat({ max: 0x1_ff_ff }).map((each) => each.toString(16)),
  fc.constantFrom('', 'g', 'FFFF'),
);
/** What is an address, or is nearly one. */
const nearly = fc.oneof(
  fc.ipV4(),
  fc.ipV6(),
  fc.array(octet, { minLength: 3, maxLength: 5 }).map((each) => each.join('.')),
  fc.array(group, { minLength: 1, maxLength: 9 }).map((each) => each.join(':')),
  fc.tuple(fc.ipV6(), fc.ipV4()).map(([six, four]) => `${six.replace(/[^:]*$/, '')}${four}`),
  fc.string(),
);

describe('an address', () => {
  it('is what Node takes for one, but for zones', () => {
    fc.assert(
      fc.property(nearly, (written) => {
        expect(isAddress(written)).toBe(isIP(written) !== 0 && !written.includes('%'));
      }),
      { numRuns: 2_000 },
    );
    expect(isAddress('fe80::1%eth0')).toBe(false);
  });
});

describe('a public address', () => {
  it.each([
    '8.8.8.8',
    '11.0.0.0',
    '100.128.0.0',
    '172.32.0.1',
    '::ffff:8.8.8.8',
    '2001:4860:4860::8888',
    '::2',
  ])('is one that the internet may reach: %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
  it.each([
    '10.255.255.255',
    '100.127.255.255',
    '172.31.0.1',
    '192.168.0.1',
    '169.254.1.1',
    '127.0.0.1',
    '0.0.0.0',
    '::ffff:10.0.0.1',
    '::ffff:a00:1',
    '::',
    '::1',
    'fd00::1',
    'febf::1',
    '2001:db8::1',
    'localhost',
    '',
  ])('is none of these: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
