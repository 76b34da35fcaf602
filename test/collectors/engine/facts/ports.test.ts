import { expect, it } from 'vitest';
import { hostAddresses, readHostPort } from '../../../../src/collectors/workload/ports.ts';
import { isAddress } from '../../../../src/syntax/addresses/addresses.ts';

it.each(['127.0.0.1', '::1', '::ffff:192.0.2.1', '0.0.0.0'])(
  'takes %s for an address',
  (written) => {
    expect(isAddress(written)).toBe(true);
    expect(hostAddresses(written)).toEqual([written]);
  },
);

it.each(['', 'localhost', '127.0.0.1 ', '127.0.0.01', '[::1]', 'fe80::1%eth0'])(
  'takes %j for none, and binds all interfaces',
  (written) => {
    expect(isAddress(written)).toBe(false);
    expect(hostAddresses(written)).toEqual(['0.0.0.0', '::']);
  },
);

it.each([
  ['8080', { hostPort: 8080 }],
  ['80-90', { hostPort: null, hostRange: { first: 80, last: 90 } }],
  ['80-80', { hostPort: null, hostRange: { first: 80, last: 80 } }],
  ['', { hostPort: null }],
  ['0', { hostPort: null }],
  ['0-9', { hostPort: null }],
  ['90-80', { hostPort: null }],
  ['1-70000', { hostPort: null }],
])('reads %j', (written, expected) => {
  expect(readHostPort(written)).toEqual(expected);
});
