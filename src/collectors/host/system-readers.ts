import type { Reading } from '../files/unread.ts';
import type { Section } from './assemble.ts';
import { readCgroupVersion } from './cgroup-version.ts';
import type { HostPlace, HostReader } from './host-reader.ts';
import { readInstalledKernels, readRunningKernel } from './kernel.ts';
import { readMounts } from './mounts.ts';
import { readOs } from './os-release.ts';
import { readAppArmor, readSecurityModules, readSelinux } from './security-modules.ts';
import { readSysctls } from './sysctls.ts';

/** What a host says of its system and its kernel. */
export function systemReaders({ root, procRoot, redactor }: HostPlace): readonly HostReader[] {
  const one = (path: readonly string[], read: () => Promise<Reading<unknown>>): HostReader => ({
    path,
    read: async () => [{ path, reading: await read() }],
  });
  return [
    one(['os'], () => readOs(root)),
    one(['kernel', 'running'], () => readRunningKernel(procRoot)),
    one(['kernel', 'installed'], () => readInstalledKernels(root)),
    one(['mounts'], async () => {
      const reading = await readMounts(procRoot);
      if ('unread' in reading) return reading;
      // A network file system may have a login in its address.
      const value = reading.value.map((mount) => ({
        ...mount,
        source: redactor.text(mount.source).value,
      }));
      return { ...reading, value };
    }),
    { path: ['security'], read: () => readSecurity(root) },
    one(['cgroupVersion'], () => readCgroupVersion(root)),
    { path: ['sysctls'], read: () => readParameters(procRoot) },
  ];
}

async function readSecurity(root: string): Promise<readonly Section[]> {
  const modules = await readSecurityModules(root);
  return [
    { path: ['security', 'modules'], reading: modules },
    { path: ['security', 'apparmor'], reading: await readAppArmor(root) },
    { path: ['security', 'selinux'], reading: await readSelinux(root, modules) },
  ];
}

/** What this kernel does not know is left out; what may not be read is a gap in the record. */
async function readParameters(procRoot: string): Promise<readonly Section[]> {
  const reading = await readSysctls(procRoot);
  if ('unread' in reading) return [{ path: ['sysctls'], reading }];
  const parts = [...reading.value].flatMap(([name, part]): readonly Section[] =>
    'value' in part && part.value === undefined ? [] : [{ path: ['sysctls', name], reading: part }],
  );
  return [{ path: ['sysctls'], reading: { ...reading, value: {} } }, ...parts];
}
