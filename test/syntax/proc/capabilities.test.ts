import { expect, test } from 'vitest';
import { decodeCapabilities } from '../../../src/syntax/proc/capabilities.ts';

test('the default set of an engine', () => {
  expect(decodeCapabilities('00000000a80425fb')).toEqual([
    'AUDIT_WRITE',
    'CHOWN',
    'DAC_OVERRIDE',
    'FOWNER',
    'FSETID',
    'KILL',
    'MKNOD',
    'NET_BIND_SERVICE',
    'NET_RAW',
    'SETFCAP',
    'SETGID',
    'SETPCAP',
    'SETUID',
    'SYS_CHROOT',
  ]);
});

test('none, all, and one that has no name yet', () => {
  expect(decodeCapabilities('0000000000000000')).toEqual([]);
  expect(decodeCapabilities('000001ffffffffff')).toHaveLength(41);
  expect(decodeCapabilities('0000020000000000')).toEqual(['BIT_41']);
});
