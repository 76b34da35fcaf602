import { mkdirSync, readlinkSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Harvest } from '../../src/collectors/gathering/collector-result.ts';
import { collectHost } from '../../src/collectors/host/collect-host.ts';
import type { Subject } from '../../src/core/facts/subject.ts';
import { host, type HostFacts } from '../../src/core/subjects/host/host.ts';
import { temporaryRoot } from './temporary-root.ts';

/** The files of a small host on which nothing is unreadable, and no engine runs. */
const files: Readonly<Record<string, string>> = {
  '/etc/os-release': 'ID=debian\nVERSION_ID="13"\nPRETTY_NAME="Debian GNU/Linux 13"\n',
  '/etc/hostname': 'harbour\n',
  '/etc/machine-id': '0123456789abcdef0123456789abcdef\n',
  '/etc/passwd': 'root:x:0:0::/root:/bin/sh\nalice:x:1000:999::/home/alice:/bin/sh\n',
  '/etc/group': 'root:x:0:\ndocker:x:999:bob\n',
  '/etc/sudoers': 'root ALL=(ALL) ALL\n',
  '/boot/vmlinuz-6.1.0-18-amd64': '',
  '/proc/1/mountinfo': '22 1 254:0 / / rw - ext4 /dev/vda rw\n',
  '/proc/1/net/tcp': '  sl  local_address rem_address   st\n',
  '/proc/sys/kernel/osrelease': '6.1.0-18-amd64\n',
  '/proc/sys/kernel/randomize_va_space': '2\n',
  '/sys/kernel/security/lsm': 'lockdown,capability,apparmor',
  '/sys/module/apparmor/parameters/enabled': 'Y\n',
  '/sys/fs/cgroup/cgroup.controllers': 'memory pids\n',
};

/** Its one process holds nothing open, and is in the network of the one who reads it. */
const links: Readonly<Record<string, string>> = {
  '/proc/1/exe': '/usr/lib/systemd/systemd',
  '/proc/1/fd/0': '/dev/null',
  '/proc/1/ns/net': readlinkSync('/proc/self/ns/net'),
};

/**
 * Makes such a host, with these files and links in place of or besides its own; `null` takes one away.
 *
 * @param changedLinks by path, what each points to
 */
export function hostRoot(
  changes: Readonly<Record<string, string | null>> = {},
  changedLinks: Readonly<Record<string, string | null>> = {},
): string {
  const all = Object.entries({ ...files, ...changes });
  const root = temporaryRoot(
    Object.fromEntries(all.flatMap(([path, text]) => (text === null ? [] : [[path, text]]))),
  );
  for (const [path, target] of Object.entries({ ...links, ...changedLinks })) {
    if (target === null) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    symlinkSync(target, join(root, path));
  }
  return root;
}

/** The one subject of a host's harvest. */
export function subjectOf({ subjects }: Pick<Harvest, 'subjects'>): Subject {
  const [subject] = subjects;
  if (!subject) throw new Error('The harvest holds no host.');
  return subject;
}

/** Collects a host, which must have no gap at all, and gives its facts. */
export async function factsOf(root: string): Promise<HostFacts> {
  const subject = subjectOf(await collectHost(root));
  // Which disk is below its folder depends on the machine.
  const gaps = subject.gaps.filter(({ path }) => path !== '/dataRootSpace/encrypted');
  const { facts } = subject;
  if (gaps.length > 0) throw new Error(`There are gaps: ${JSON.stringify(gaps)}`);
  return host.schema.parse(facts);
}

/** Collects a host, and gives the paths of its gaps with their reasons, in order of the paths. */
export async function gapsOf(root: string): Promise<readonly string[]> {
  const { gaps } = subjectOf(await collectHost(root));
  return gaps.map(({ path, reason }) => `${path} ${reason}`).toSorted();
}
