import { execFileSync } from 'node:child_process';
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  closeFolder,
  enter,
  inFolder,
  list,
  openRoot,
  statIn,
  textIn,
} from '../../../src/collectors/container-root/folder.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

/** A root with a secret beside it, as a container lies beside the rest of its host. */
async function rootBesideSecret(): Promise<{ root: string; outside: string }> {
  const base = temporaryRoot();
  const [root, outside] = [join(base, 'root'), join(base, 'outside')];
  await mkdir(join(root, 'etc'), { recursive: true });
  await mkdir(outside);
  await writeFile(join(outside, 'secret'), 'secret');
  await writeFile(join(root, 'etc/name'), 'name');
  return { root, outside };
}

test('what is in a folder is read', async () => {
  const { root } = await rootBesideSecret();
  const folder = openRoot(root);
  expect(inFolder(folder, 'etc', (etc) => textIn(etc, 'name', 10))).toBe('name');
  expect(inFolder(folder, 'etc', (etc) => list(etc).map(({ name }) => name))).toEqual(['name']);
  expect(inFolder(folder, 'etc', (etc) => statIn(etc, 'name')?.size)).toBe(4);
  expect(inFolder(folder, 'etc', (etc) => textIn(etc, 'absent', 10))).toBeNull();
  expect(inFolder(folder, 'absent/below', () => 'there')).toBeNull();
  closeFolder(folder);
});

test('no link leads out, neither a folder nor a file', async () => {
  const { root, outside } = await rootBesideSecret();
  await symlink(outside, join(root, 'folder'));
  await symlink('../outside', join(root, 'upwards'));
  await symlink(join(outside, 'secret'), join(root, 'etc/file'));
  const folder = openRoot(root);
  expect(enter(folder, 'folder')).toBeNull();
  expect(enter(folder, 'upwards')).toBeNull();
  expect(inFolder(folder, 'etc', (etc) => textIn(etc, 'file', 10))).toBeNull();
  expect(inFolder(folder, 'etc', (etc) => statIn(etc, 'file')?.isSymbolicLink())).toBe(true);
  closeFolder(folder);
});

test('a folder that is exchanged for a link while it is open stays what it was', async () => {
  const { root, outside } = await rootBesideSecret();
  const folder = openRoot(root);
  const etc = enter(folder, 'etc');
  if (etc === null) throw new Error('there is an etc');
  await rename(join(root, 'etc'), join(root, 'moved'));
  await symlink(outside, join(root, 'etc'));
  expect(list(etc).map(({ name }) => name)).toEqual(['name']);
  expect(textIn(etc, 'secret', 10)).toBeNull();
  closeFolder(etc);
  await rm(join(root, 'etc'));
  closeFolder(folder);
});

test('a FIFO is not waited for, and a file that is too long is refused', async () => {
  const { root } = await rootBesideSecret();
  execFileSync('mkfifo', [join(root, 'etc/fifo')]);
  await writeFile(join(root, 'etc/long'), 'x'.repeat(11));
  const folder = openRoot(root);
  expect(inFolder(folder, 'etc', (etc) => textIn(etc, 'fifo', 10))).toBeNull();
  expect(() => inFolder(folder, 'etc', (etc) => textIn(etc, 'long', 10))).toThrow(
    expect.objectContaining({ code: 'file-unreadable' }),
  );
  closeFolder(folder);
});

test('a process that has ended has no root', () => {
  expect(() => openRoot('/proc/4194305/root')).toThrow(
    expect.objectContaining({ code: 'file-not-found' }),
  );
});
