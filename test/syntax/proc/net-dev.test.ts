import { expect, test } from 'vitest';
import { parseInterfaces } from '../../../src/syntax/proc/net-dev.ts';

const text = (...lines: readonly string[]): string =>
  [
    'Inter-|   Receive                                                |  Transmit',
    ' face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed',
    ...lines,
  ].join('\n');
const counts = (received: number, sent: number): string =>
  `${received} 0 0 0 0 0 0 0 ${sent} 0 0 0 0 0 0 0`;

test('interfaces beside the loopback, without those that the kernel makes and nobody used', () => {
  expect(parseInterfaces(text(`    lo: ${counts(7, 7)}`, ` tunl0: ${counts(0, 0)}`))).toEqual([]);
  expect(
    parseInterfaces(
      text(`  eth7: ${counts(0, 0)}`, `  sit0: ${counts(0, 9)}`, `gre0:${counts(3, 0)}`),
    ),
  ).toEqual(['eth7', 'sit0', 'gre0']);
});
