import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { PlimsollError } from '../../core/errors.ts';
import type { HostFacts } from '../../core/subjects/host/host.ts';
import { readText } from '../files/read-text.ts';
import { absent, fileError } from '../../files/file-error.ts';
import { attempt, unread, type Reading } from '../gathering/unread-gap.ts';
import { text as wording } from '../../core/text.ts';

type Security = HostFacts['security'];

/** Security modules of the running kernel, in their order. */
export const readSecurityModules = (root: string): Promise<Reading<Security['modules']>> =>
  attempt('/sys/kernel/security/lsm', async () =>
    (await readText(root, '/sys/kernel/security/lsm'))
      .trim()
      .split(',')
      .filter((name) => name !== ''),
  );

/** Whether AppArmor is in the kernel, and switched on. */
export async function readAppArmor(root: string): Promise<Reading<Security['apparmor']>> {
  const path = '/sys/module/apparmor/parameters/enabled';
  return attempt(path, async () => {
    const enabled = await readIfThere(root, path, '/sys/module');
    return enabled === undefined ? 'absent' : enabled.startsWith('Y') ? 'enabled' : 'disabled';
  });
}

/**
 * The state of SELinux as the kernel has it. Without the kernel's own word, a kernel that has the module
 * is a gap, and a host that only has its configuration file has it switched off.
 */
export async function readSelinux(
  root: string,
  modules: Reading<Security['modules']>,
): Promise<Reading<Security['selinux']>> {
  const path = '/sys/fs/selinux/enforce';
  const source = { kind: 'file', path } as const;
  const reading = await attempt(path, () => readIfThere(root, path, '/sys/fs'));
  if ('unread' in reading) return reading;
  if (reading.value !== undefined) {
    return { value: reading.value.startsWith('1') ? 'enforcing' : 'permissive', source };
  }
  if ('value' in modules && modules.value.includes('selinux')) {
    return {
      unread: unread(
        'unavailable',
        wording(
          'The kernel has SELinux, but its state is not mounted.',
          '内核带有 SELinux，但其状态未挂载。',
        ),
        source,
      ),
    };
  }
  const config = '/etc/selinux/config';
  return attempt(config, async () =>
    (await readIfThere(root, config, '/')) === undefined ? 'absent' : 'disabled',
  );
}

/** How far the kernel is locked: of the three words in the file, the one in brackets. */
export async function readLockdown(root: string): Promise<Reading<Security['lockdown']>> {
  const path = '/sys/kernel/security/lockdown';
  return attempt(path, async () => {
    // The list of modules is in every such file system, so that it shows whether one is mounted.
    const chosen = await readIfThere(root, path, '/sys/kernel/security/lsm');
    const found = chosen === undefined ? null : /\[(\w+)\]/.exec(chosen)?.[1];
    const known = ([null, 'none', 'integrity', 'confidentiality'] as const).find(
      (one) => one === found,
    );
    if (known === undefined) {
      throw new PlimsollError(
        'file-unreadable',
        wording(`${path} was not understood.`, `无法理解 ${path}。`),
      );
    }
    return known;
  });
}

/** Whether the kernel refuses modules without a valid signature; `null` where it was built without the check. */
export const readModuleSignatures = (
  root: string,
): Promise<Reading<Security['moduleSignatures']>> => {
  const path = '/sys/module/module/parameters/sig_enforce';
  return attempt(path, async () => {
    const enabled = await readIfThere(root, path, '/sys/module');
    return enabled === undefined ? null : enabled.startsWith('Y');
  });
};

/**
 * The text of a file; `undefined` when it is not there though its file system is, which `mounted` shows.
 */
async function readIfThere(
  root: string,
  path: string,
  mounted: string,
): Promise<string | undefined> {
  try {
    return await readText(root, path);
  } catch (error) {
    if (!absent(error)) throw error;
    await lstat(join(root, mounted)).catch((cause: unknown) => {
      throw fileError(mounted, cause);
    });
    return undefined;
  }
}
