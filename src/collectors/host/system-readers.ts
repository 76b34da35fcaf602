import { fromReading } from '../gathering/partial-facts.ts';
import { readCgroupVersion } from './cgroup-version.ts';
import { clockPrograms, readEnabledClocks, readLastSet, readLatest } from './clock.ts';
import { readHostPrograms } from './host-processes.ts';
import type { HostPlace, HostReaders } from './host-reader.ts';
import { readInstalledKernels, readRunningKernel } from './kernel.ts';
import { logPrograms, readPlainLogs, readRotation, rotationMarks } from './log-files.ts';
import { readMounts } from './mounts.ts';
import { readHostListeners, readInterfaces } from './network.ts';
import { readOs } from './os-release.ts';
import {
  readAppArmor,
  readLockdown,
  readModuleSignatures,
  readSecurityModules,
  readSelinux,
} from './security-modules.ts';
import { readDefence } from './read-defence.ts';
import { readPendingUpdates } from './pending-updates.ts';
import { readSysctls } from './sysctls.ts';

/** What a host says of its system and its kernel. */
export const systemReaders = ({ root, procRoot, redactor }: HostPlace): HostReaders => ({
  os: async () => fromReading(await readOs(root)),
  kernel: async () => ({
    running: fromReading(await readRunningKernel(procRoot)),
    installed: fromReading(await readInstalledKernels(root)),
  }),
  updates: async () => fromReading(await readPendingUpdates(root)),
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
      lockdown: fromReading(await readLockdown(root)),
      moduleSignatures: fromReading(await readModuleSignatures(root)),
    };
  },
  network: async () => ({
    interfaces: fromReading(await readInterfaces(procRoot)),
    listeners: fromReading(await readHostListeners(procRoot)),
  }),
  clock: async () => ({
    enabled: fromReading(await readEnabledClocks(root)),
    running: fromReading(await readHostPrograms(root, procRoot, clockPrograms)),
    lastSet: fromReading(await readLastSet(root)),
  }),
  defence: () => readDefence(root, procRoot),
  logging: async () => ({
    services: fromReading(await readHostPrograms(root, procRoot, logPrograms)),
    plainFiles: fromReading(await readPlainLogs(root)),
    rotated: fromReading(await readRotation(root)),
    lastRotation: fromReading(await readLatest(root, rotationMarks)),
  }),
  cgroupVersion: async () => fromReading(await readCgroupVersion(root)),
  sysctls: async () => {
    const reading = await readSysctls(procRoot);
    if ('unread' in reading) return fromReading(reading);
    const parts = [...reading.value].map(([name, part]) => [name, fromReading(part)] as const);
    // What this kernel does not know has no value, and is left out as it is taken apart.
    return fromReading({ ...reading, value: Object.fromEntries(parts) });
  },
});
