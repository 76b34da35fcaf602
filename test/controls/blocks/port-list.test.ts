import { describe, expect, it } from 'vitest';
import { exposesAnyOf, inPortList, portEntry } from '../../../src/controls/blocks/port-list.ts';

describe('a list of ports', () => {
  it.each(['443', '8000-8099', '53/udp', '1-65535/tcp'])('may have %s', (entry) => {
    expect(portEntry.safeParse(entry).success).toBe(true);
  });
  it.each(['', 'https', '443/icmp', '80,443', '-1', '443 '])('may not have %j', (entry) => {
    expect(portEntry.safeParse(entry).success).toBe(false);
  });
  it('holds the ends of a range, and nothing beyond', () => {
    const list = ['8000-8099'];
    expect([7999, 8000, 8099, 8100].map((port) => inPortList(port, 'tcp', list))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
  it.each([
    ['22/tcp', true],
    ['22', true],
    ['22/udp', false],
    ['20-22/tcp', true],
    ['25-30/tcp', true],
    ['1-65535', true],
    ['23-24/tcp', false],
    ['31/tcp', false],
    ['80/udp', true],
    ['ssh/tcp', false],
  ])('is exposed in part, or not at all: %s', (exposed, expected) => {
    expect(exposesAnyOf(exposed, ['22/tcp', '25-30/tcp', '80'])).toBe(expected);
  });
});
