import { createHmac } from 'node:crypto';
import { readText } from '../files/read-text.ts';
import { absent, fileError } from '../../files/file-error.ts';
import { readProc } from '../proc/read-proc.ts';

/** Who a host is. */
export interface HostIdentity {
  /** Stable, and not to be turned back into the machine's own id; the name where it has none. */
  readonly id: string;
  readonly name: string;
}

/**
 * Reads who a host is. Its machine id is a secret of sorts: others derive theirs from it. What leaves here
 * is derived from it as its own manual asks.
 *
 * @see https://www.freedesktop.org/software/systemd/man/latest/machine-id.html
 */
export async function readIdentity(root: string, procRoot: string): Promise<HostIdentity> {
  // The kernel's name is the reader's own, which in a container is not the host's.
  const running = root === '/' ? await firstLine(procRoot, '/sys/kernel/hostname') : '';
  const name = running || (await firstLine(root, '/etc/hostname')) || 'host';
  const machineId = await firstLine(root, '/etc/machine-id');
  // Until its first boot, an image has `uninitialized` there.
  const id = /^[0-9a-f]{32}$/.test(machineId)
    ? createHmac('sha256', machineId).update('plimsoll host').digest('hex').slice(0, 32)
    : name;
  return { id, name };
}

/** `''` for what is not there, or may not be read: nothing is judged by it. */
async function firstLine(root: string, path: string): Promise<string> {
  try {
    return (await readText(root, path)).split('\n', 1)[0]?.trim() ?? '';
  } catch (error) {
    fileError(path, error);
    return '';
  }
}

/** Whether a mount of /proc is one of the machine that this process runs on. */
export function isThisMachine(procRoot: string): boolean {
  const boot = 'sys/kernel/random/boot_id';
  try {
    return readProc(`${procRoot}/${boot}`) === readProc(`/proc/${boot}`);
  } catch (error) {
    if (absent(error)) return false;
    throw error;
  }
}
