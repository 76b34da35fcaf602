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

/** Threads of a process that have other rights or other mounts than its first one, each kind once. */
export function otherThreads(procRoot: string, first: Thread): readonly Thread[] {
  if (/^Threads:\s+1$/m.test(first.status)) return [];
  const kindOf = ({ status, mounts }: Thread): string => `${rightsIn(status)}\n${mounts}`;
  const found = new Map([[kindOf(first), first]]);
  for (const name of listProc(`${procRoot}/${first.folder}/task`)) {
    const folder = `${first.folder}/task/${name}`;
    const status = unlessGone(() => readProc(`${procRoot}/${folder}/status`));
    if (status === undefined) continue;
    const thread = { status, mounts: namespaceOf(procRoot, folder, 'mnt'), folder };
    if (!found.has(kindOf(thread))) found.set(kindOf(thread), thread);
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
