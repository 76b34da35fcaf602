import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { deviceNumber, readEncryption } from '../../../src/collectors/host/disk-encryption.ts';

const root = mkdtempSync(join(tmpdir(), 'plimsoll-disks-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A device as the kernel shows it, with the mapper that it is of and those that it lies on. */
function device(path: string, mapper: string | undefined, below: readonly string[] = []): void {
  const folder = join(root, path);
  mkdirSync(join(folder, 'slaves'), { recursive: true });
  writeFileSync(join(folder, 'dev'), '');
  if (mapper !== undefined) {
    mkdirSync(join(folder, 'dm'));
    writeFileSync(join(folder, 'dm/uuid'), `${mapper}\n`);
  }
  for (const [at, inner] of below.entries()) {
    device(`${path}/slaves/${at}`, inner === '' ? undefined : inner);
  }
}

const read = async (number: string) => {
  const reading = await readEncryption(root, number);
  return 'unread' in reading ? reading.unread.reason : reading.value;
};

device('/sys/dev/block/254:0', undefined);
device('/sys/dev/block/253:0', 'CRYPT-LUKS2-0a1b-data');
device('/sys/dev/block/253:1', 'LVM-AbCd', ['CRYPT-LUKS2-0a1b-pv']);
device('/sys/dev/block/253:2', 'LVM-AbCd', ['CRYPT-LUKS2-0a1b-pv', '']);
device('/sys/dev/block/253:3', 'LVM-CRYPT-like', ['']);

test.each([
  ['a plain disk', '254:0', false],
  ['an encrypted device', '253:0', true],
  ['a volume on an encrypted one', '253:1', true],
  ['a volume of which a part is on a plain one', '253:2', false],
  ['a name that looks like it', '253:3', false],
  ['memory, a network, several disks', '0:42', 'unsupported'],
  ['a device that the kernel does not show', '8:99', 'unavailable'],
])('%s', async (_, number, expected) => {
  expect(await read(number)).toBe(expected);
});

test.each([
  [0xfe_00, '254:0'],
  [0x8_01, '8:1'],
  [0x10_00_00_2a, '0:65578'],
  [0x1_03_05, '259:5'],
])('device %d is %s', (device_, expected) => {
  expect(deviceNumber(device_)).toBe(expected);
});
