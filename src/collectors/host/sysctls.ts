import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readText } from '../files/read-text.ts';
import { absent, fileError } from '../../files/file-error.ts';
import { attempt, unread, type Reading } from '../gathering/unread-gap.ts';
import { readProcLink } from '../proc/read-proc.ts';
import { text } from '../../core/text.ts';

/** Kernel parameters that decide how well containers are kept apart from one another and from the host. */
export const sysctlNames = [
  'fs.protected_fifos',
  'fs.protected_hardlinks',
  'fs.protected_regular',
  'fs.protected_symlinks',
  'fs.suid_dumpable',
  'kernel.apparmor_restrict_unprivileged_userns',
  'kernel.core_pattern',
  'kernel.dmesg_restrict',
  'kernel.kexec_load_disabled',
  'kernel.kptr_restrict',
  'kernel.modules_disabled',
  'kernel.perf_event_paranoid',
  'kernel.pid_max',
  'kernel.randomize_va_space',
  'kernel.unprivileged_bpf_disabled',
  'kernel.unprivileged_userns_clone',
  'kernel.yama.ptrace_scope',
  'net.bridge.bridge-nf-call-ip6tables',
  'net.bridge.bridge-nf-call-iptables',
  'net.ipv4.conf.all.accept_redirects',
  'net.ipv4.conf.all.route_localnet',
  'net.ipv4.conf.all.rp_filter',
  'net.ipv4.ip_forward',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv6.conf.all.forwarding',
  'user.max_user_namespaces',
  'vm.panic_on_oom',
] as const;

/** Parameters by name; `undefined` for what this kernel does not know. */
export type Sysctls = ReadonlyMap<string, Reading<string | undefined>>;

/**
 * Reads the parameters of {@link sysctlNames}. Those of the network are the reader's own network's, so that
 * from inside a container they are gaps.
 */
export function readSysctls(procRoot: string): Promise<Reading<Sysctls>> {
  return attempt('/proc/sys', async () => {
    await stat(join(procRoot, 'sys/kernel')).catch((error: unknown) => {
      throw fileError('/proc/sys', error);
    });
    const elsewhere = inOtherNetwork(procRoot);
    const readings = sysctlNames.map(async (name) => {
      if (elsewhere && name.startsWith('net.')) return [name, { unread: otherNetwork }] as const;
      const path = `/sys/${name.replaceAll('.', '/')}`;
      return [name, await attempt(`/proc${path}`, () => readIfKnown(procRoot, path))] as const;
    });
    return new Map(await Promise.all(readings));
  });
}

/** Why the network's own parameters are missing from inside a container. */
export const otherNetwork = unread(
  'unavailable',
  text(
    'The network of this process is not that of the host: run it with the network of the host.',
    '本进程所在网络不是宿主机网络：请以宿主机网络运行。',
  ),
  { kind: 'file', path: '/proc/sys/net' },
);

async function readIfKnown(procRoot: string, path: string): Promise<string | undefined> {
  try {
    return (await readText(procRoot, path)).trim();
  } catch (error) {
    if (absent(error)) return undefined;
    throw error;
  }
}

/**
 * Whether this process is in another network than the host's first. Where it may not be asked, this process is taken to be on the host unless /proc is mounted from elsewhere.
 */
export function inOtherNetwork(procRoot: string): boolean {
  try {
    return readProcLink(`${procRoot}/1/ns/net`) !== readProcLink('/proc/self/ns/net');
  } catch {
    return procRoot !== '/proc';
  }
}
