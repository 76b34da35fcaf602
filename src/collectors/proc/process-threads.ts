import { listProc, readProc, readProcLink, unlessGone } from './read-proc.ts';

/** What may differ from one thread of a process to the next. */
export interface Thread {
  /** The text of its status. */
  readonly status: string;
  /** Its mount namespace; `''` where this user may not ask. */
  readonly mounts: string;
  /** Its folder below that of /proc: `12`, or `12/task/15` of a thread that is not the first. */
  readonly folder: string;
}

/** A namespace that threads of one process may be in each by itself, beside that of mounts. */
const namespacesOfThreads = ['net', 'ipc', 'uts', 'user', 'cgroup'] as const;

/**
 * The first thread of a process that lives: the one that the process began with may have ended before others, and then has
 * neither files nor namespaces. `undefined` where all have ended.
 */
export function livingThread(procRoot: string, first: Thread): Thread | undefined {
  if (!hasEnded(first.status)) return first;
  for (const name of listProc(`${procRoot}/${first.folder}/task`)) {
    const folder = `${first.folder}/task/${name}`;
    const status = unlessGone(() => readProc(`${procRoot}/${folder}/status`));
    if (status === undefined || hasEnded(status)) continue;
    return { status, mounts: namespaceOf(procRoot, folder, 'mnt'), folder };
  }
  return undefined;
}

/**
 * Where the cgroups and the mounts of a process are read, with its mount namespace: of one whose first thread has ended, that is another
 * thread of it, since the kernel takes it out of its cgroups.
 */
export function placeInProc(procRoot: string, pid: number): Omit<Thread, 'status'> {
  const folder = String(pid);
  const mounts = namespaceOf(procRoot, folder, 'mnt');
  if (mounts !== '') return { folder, mounts };
  const threads = (unlessGone(() => listProc(`${procRoot}/${folder}/task`)) ?? [])
    .filter((name) => name !== folder)
    .map((name) => `${folder}/task/${name}`)
    .map((each) => ({ folder: each, mounts: namespaceOf(procRoot, each, 'mnt') }));
  return threads.find((each) => each.mounts !== '') ?? { folder, mounts };
}

const hasEnded = (status: string): boolean => /^State:\s+[ZX]/m.test(status);

/** Threads of a process that have other rights, mounts or namespaces than one that lives, each kind once. */
export function otherThreads(procRoot: string, first: Thread): readonly Thread[] {
  if (/^Threads:\s+1$/m.test(first.status)) return [];
  const kindOf = ({ status, mounts, folder }: Thread): string =>
    [
      rightsIn(status),
      mounts,
      ...namespacesOfThreads.map((kind) => namespaceOf(procRoot, folder, kind)),
    ].join('\n');
  const found = new Map([[kindOf(first), first]]);
  const process = first.folder.replace(/\/.*/, '');
  for (const name of listProc(`${procRoot}/${process}/task`)) {
    const folder = `${process}/task/${name}`;
    const status = unlessGone(() => readProc(`${procRoot}/${folder}/status`));
    if (status === undefined || hasEnded(status)) continue;
    const thread = { status, mounts: namespaceOf(procRoot, folder, 'mnt'), folder };
    const kind = kindOf(thread);
    if (!found.has(kind)) found.set(kind, thread);
  }
  return [...found.values()].slice(1);
}

const rightsIn = (status: string): string =>
  (status.match(/^(?:Uid|Gid|CapPrm|NoNewPrivs|Seccomp):.*$/gm) ?? []).join('\n');

/**
 * A namespace of a process or a thread; `''` where this user may not ask. No two containers share one of mounts, even if they share all
 * others, and a process that moves itself into another cgroup stays in it.
 */
export function namespaceOf(
  procRoot: string,
  folder: number | string,
  kind: 'mnt' | 'pid' | 'net' | 'ipc' | 'uts' | 'user' | 'cgroup',
): string {
  try {
    return readProcLink(`${procRoot}/${folder}/ns/${kind}`);
  } catch {
    return '';
  }
}
