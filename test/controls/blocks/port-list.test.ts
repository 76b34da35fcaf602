import { describe, expect, it } from 'vitest';
import { inPortList, portEntry } from '../../../src/controls/blocks/port-list.ts';

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
});
