import { lstat } from 'node:fs/promises';
import { posix } from 'node:path';
import type { HostFacts } from '../../core/subjects/host/host.ts';
import { listFolder } from '../files/list-folder.ts';
import { resolveUnder } from '../files/resolve-under.ts';
import { statFile, type FileFact, type Names } from '../files/stat-file.ts';
import { absent, fileError } from '../../files/file-error.ts';
import { attempt, type Reading } from '../gathering/unread-gap.ts';
import { findHostPrograms } from './host-processes.ts';

type ProgramName = keyof HostFacts['programs'];

/** Where systems keep programs, container systems among them. */
const folders = [
  '/usr/local/sbin',
  '/usr/local/bin',
  '/usr/sbin',
  '/usr/bin',
  '/sbin',
  '/bin',
  '/opt/bin',
  '/opt/containerd/bin',
];

/** Which program a file name is; a shim of another runtime is `containerd-shim-NAME-vN`. */
function programOf(name: string): ProgramName | undefined {
  if (name === 'containerd' || name === 'runc') return name;
  if (name === 'containerd-shim') return 'containerdShim';
  if (name === 'containerd-shim-runc-v1') return 'containerdShimRuncV1';
  return /^containerd-shim-.+-v\d+$/.test(name) ? 'containerdShims' : undefined;
}

/**
 * Owner and mode of containerd, its shims and runc: every file of such a name in the usual places, and those
 * that run on the host from elsewhere. Each file is there once, by where links lead.
 */
export async function readProgramFiles(
  root: string,
  procRoot: string,
  names: Names,
): Promise<Reading<Readonly<Record<ProgramName, readonly FileFact[]>>>> {
  // Without a look at what runs, the usual places are still all that most hosts have.
  const running = await findHostPrograms(root, procRoot, (name) => programOf(name) !== undefined);
  return attempt('/usr/bin', async () => {
    const paths = [...running.found];
    for (const folder of folders) {
      for (const { name } of await listFolder(root, folder)) {
        if (programOf(name)) paths.push(posix.join(folder, name));
      }
    }
    const found: Record<ProgramName, Map<string, FileFact>> = {
      containerd: new Map(),
      containerdShim: new Map(),
      containerdShimRuncV1: new Map(),
      containerdShims: new Map(),
      runc: new Map(),
    };
    for (const path of paths) {
      const program = programOf(posix.basename(path));
      const fact = program && (await statFile(root, path, names));
      if (program && fact) found[program].set(fact.path, fact);
    }
    const sorted = (facts: ReadonlyMap<string, FileFact>): readonly FileFact[] =>
      [...facts.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
    return {
      containerd: sorted(found.containerd),
      containerdShim: sorted(found.containerdShim),
      containerdShimRuncV1: sorted(found.containerdShimRuncV1),
      containerdShims: sorted(found.containerdShims),
      runc: sorted(found.runc),
    };
  });
}

/** Setuid: it runs as its owner, no matter who starts it. */
const setuid = 0o4000;

/**
 * Programs that run as root for anyone who starts them: those in the folders where programs are found by name. What lies
 * elsewhere, below /usr/lib for instance, other programs start.
 */
export const readRaisedPrograms = (
  root: string,
  names: Names,
): Promise<Reading<readonly FileFact[]>> =>
  attempt('/usr/bin', async () => {
    // On most systems some of them are one.
    const real = new Set<string>();
    for (const folder of folders) real.add(await resolveUnder(root, folder));
    const found: FileFact[] = [];
    for (const folder of real) {
      for (const entry of await listFolder(root, folder)) {
        const path = posix.join(folder, entry.name);
        if (!entry.isFile() || !(await isRaised(root, path))) continue;
        const fact = await statFile(root, path, names);
        if (fact) found.push(fact);
      }
    }
    return found.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  });

async function isRaised(root: string, path: string): Promise<boolean> {
  try {
    const { uid, mode } = await lstat(posix.join(root, path));
    return uid === 0 && (mode & setuid) !== 0;
  } catch (error) {
    const failure = fileError(path, error);
    if (absent(failure)) return false;
    throw failure;
  }
}
