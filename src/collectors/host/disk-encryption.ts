import { text } from '../../core/text.ts';
import { listFolder } from '../files/list-folder.ts';
import { readText } from '../files/read-text.ts';
import { absent } from '../../files/file-error.ts';
import { attempt, unread, type Reading } from '../gathering/unread-gap.ts';

/** Devices that lie on one another at most; a file system has two or three below it. */
const depthAtMost = 16;

/** Number of a device as the kernel writes it, `254:0`, of what `stat` says. */
export function deviceNumber(device: number): string {
  const wide = BigInt(device);
  const major = ((wide >> 8n) & 0xf_ffn) | ((wide >> 32n) & ~0xf_ffn);
  const minor = (wide & 0xffn) | ((wide >> 12n) & ~0xffn);
  return `${major}:${minor}`;
}

/**
 * Whether everything that is written to a file system is encrypted on its way to the disks by dm-crypt: by the device it is
 * on, or by each of those that this one lies on.
 *
 * @param device its number, `254:0`
 */
export async function readEncryption(root: string, device: string): Promise<Reading<boolean>> {
  const path = `/sys/dev/block/${device}`;
  // What no block device is behind has the major number 0: a network, memory, or a file system over several disks.
  if (device.startsWith('0:')) {
    return {
      unread: unread(
        'unsupported',
        text(
          'Its file system is on no single block device: what is below it is not followed',
          '其文件系统不在单一块设备上，无法追查其下的设备',
        ),
        { kind: 'file', path },
      ),
    };
  }
  return attempt(path, () => isEncrypted(root, path, 0));
}

async function isEncrypted(root: string, path: string, depth: number): Promise<boolean> {
  // That the device is there is asked first: a device without a mapper has no name of one.
  await readText(root, `${path}/dev`);
  const mapper = await readText(root, `${path}/dm/uuid`).catch((error: unknown) => {
    if (absent(error)) return '';
    throw error;
  });
  if (mapper.startsWith('CRYPT-')) return true;
  if (depth >= depthAtMost) return false;
  const below = await listFolder(root, `${path}/slaves`);
  if (below.length === 0) return false;
  for (const { name } of below) {
    if (!(await isEncrypted(root, `${path}/slaves/${name}`, depth + 1))) return false;
  }
  return true;
}
