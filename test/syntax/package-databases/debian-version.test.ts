import { expect, test } from 'vitest';
import { compareDebianVersions } from '../../../src/syntax/package-databases/debian-version.ts';

/** Each older than the next, as dpkg --compare-versions has them. */
const ascending = [
  '0',
  '1.0~beta1~svn1245',
  '1.0~beta1',
  '1.0~rc1-1',
  '1.0',
  '1.0-1',
  '1.0-1+deb12u1',
  '1.0-1+deb12u2',
  '1.0-1+deb12u10',
  '1.0-1.1',
  '1.0-2',
  '1.0a-1',
  '1.0+b-1',
  '1.0.1',
  '1.2',
  '1.10',
  '1.100000000000000000000000000000001',
  '1.100000000000000000000000000000002',
  '1:0.1',
  '2:0~',
];

test('versions are ordered as dpkg orders them', () => {
  for (const [at, one] of ascending.entries()) {
    for (const [than, other] of ascending.entries()) {
      expect([one, other, Math.sign(compareDebianVersions(one, other))]).toEqual([
        one,
        other,
        Math.sign(at - than),
      ]);
    }
  }
});

test.each([
  ['1.0', '1.00'],
  ['0:1.0', '1.0'],
  ['1.0-0', '1.0-'],
])('%s is %s', (one, other) => {
  expect(compareDebianVersions(one, other)).toBe(0);
});
