import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { judge } from '../../support/judge.ts';
import { imageArchive } from '../../support/image-archive.ts';
import { tarEntry, type MadeEntry } from '../../support/tar.ts';
import { imageNoSetuid } from '../../../src/controls/image/image-no-setuid.ts';
import { collectArchive } from '../../../src/collectors/archive/collect-archive.ts';

const folder = mkdtempSync(join(tmpdir(), 'plimsoll-capabilities-'));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;

/** The attribute as the kernel writes it: a revision with the flag of `e`, and the sets of `p` and `i`. */
function attribute(permitted: number, inheritable = 0, revision = 2): Buffer {
  const bytes = Buffer.alloc(revision === 3 ? 24 : revision === 2 ? 20 : 12);
  bytes.writeUInt32LE(((revision << 24) | 1) >>> 0, 0);
  bytes.writeUInt32LE(permitted >>> 0, 4);
  bytes.writeUInt32LE(inheritable >>> 0, 8);
  return bytes;
}

function pax(value: Buffer): Buffer {
  const record = Buffer.concat([
    Buffer.from(' SCHILY.xattr.security.capability='),
    value,
    Buffer.from('\n'),
  ]);
  const length = record.length + 2;
  return Buffer.concat([Buffer.from(String(length)), record]);
}

async function statusOf(
  value: Buffer,
  entry: MadeEntry = { name: 'opt/x', body: 'x', mode: 0o755 },
) {
  const layer = Buffer.concat([
    tarEntry({ name: 'h', flag: 'x', body: pax(value) }),
    tarEntry(entry),
    Buffer.alloc(1024),
  ]);
  const path = join(folder, `${(count += 1)}.tar`);
  writeFileSync(path, imageArchive([layer]));
  const [subject] = (await collectArchive(path)).subjects;
  return judge(imageNoSetuid, subject?.facts ?? {}).status;
}

test.each([
  ['cap_setuid', attribute(1 << 7)],
  ['cap_sys_admin beside another', attribute((1 << 21) | (1 << 10))],
  ['cap_setfcap, the highest bit', attribute(1 << 31)],
  ['of a user namespace', attribute(1 << 7, 0, 3)],
  ['in the first form', attribute(1 << 7, 0, 1)],
  ['in a form that nobody knows', Buffer.from('xxxx')],
])('a file with %s fails', async (_, value) => {
  expect(await statusOf(value)).toBe('fail');
});

test.each([
  ['cap_net_bind_service and cap_net_raw', attribute((1 << 10) | (1 << 13))],
  ['what is only inheritable', attribute(0, 1 << 7)],
])('a file with %s passes', async (_, value) => {
  expect(await statusOf(value)).toBe('pass');
});

test('an attribute of a folder gives nobody anything', async () => {
  expect(await statusOf(attribute(1 << 7), { name: 'opt/', flag: '5', mode: 0o755 })).toBe('pass');
});
