import { fromReading } from '../partly.ts';
import { readCgroupVersion } from './cgroup-version.ts';
import type { HostPlace, HostReaders } from './host-reader.ts';
import { readInstalledKernels, readRunningKernel } from './kernel.ts';
import { readMounts } from './mounts.ts';
import { readOs } from './os-release.ts';
import { readAppArmor, readSecurityModules, readSelinux } from './security-modules.ts';
import { readSysctls } from './sysctls.ts';

/** What a host says of its system and its kernel. */
export const systemReaders = ({ root, procRoot, redactor }: HostPlace): HostReaders => ({
  os: async () => fromReading(await readOs(root)),
  kernel: async () => ({
    running: fromReading(await readRunningKernel(procRoot)),
    installed: fromReading(await readInstalledKernels(root)),
  }),
  mounts: async () => {
    const reading = await readMounts(procRoot);
    if ('unread' in reading) return fromReading(reading);
    // A network file system may have a login in its address.
    const value = reading.value.map((mount) => ({
      ...mount,
      source: redactor.text(mount.source).value,
    }));
    return fromReading({ ...reading, value });
  },
  security: async () => {
    const modules = await readSecurityModules(root);
    return {
      modules: fromReading(modules),
      apparmor: fromReading(await readAppArmor(root)),
      selinux: fromReading(await readSelinux(root, modules)),
    };
  },
  cgroupVersion: async () => fromReading(await readCgroupVersion(root)),
  sysctls: async () => {
    const reading = await readSysctls(procRoot);
    if ('unread' in reading) return fromReading(reading);
    const parts = [...reading.value].map(([name, part]) => [name, fromReading(part)] as const);
    // What this kernel does not know has no value, and is left out as it is taken apart.
    return fromReading({ ...reading, value: Object.fromEntries(parts) });
  },
});
