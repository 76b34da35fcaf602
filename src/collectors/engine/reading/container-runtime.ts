import type { z } from 'zod';
import type { workload } from '../../../core/subjects/workload/workload.ts';
import type { RawChanges, RawTop } from '../api-schemas/container.ts';
import { missing, type Missing, type Partly, type Sourced } from '../../gathering/partial-facts.ts';
import type { InForce } from '../../proc/in-force.ts';
import { programOf } from '../../../knowledge/multi-call-programs.ts';
import { handsShell } from '../../../knowledge/hands-shell.ts';
import { basename } from '../../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../../syntax/shell/launchers.ts';
import type { KernelState } from '../../proc/kernel-state.ts';
import { text } from '../../../core/text.ts';

type Facts = z.output<(typeof workload)['schema']>;

/** The kernel's word on a running container, with the place that it was read from. */
export interface KernelWitness {
  readonly state: KernelState;
  readonly path: string;
}

/** What was read of a running container beside its own answer. */
export interface Runtime {
  readonly kernel: KernelWitness | Missing;
  /** Limits and mounts as the kernel has them. */
  readonly inForce: InForce | Missing;
  readonly processes: Partly<NonNullable<Facts['processes']>>;
  readonly rootUid: Sourced<number | null> | Missing;
  /** Absent where it was not asked, its network being none of the host's. */
  readonly listeners?: Partly<NonNullable<Facts['listeners']>>;
  readonly sessions: Partly<NonNullable<Facts['sessions']>>;
  /** `null` where it is left to the engine's default, which is not known. */
  readonly init: Partly<boolean | null>;
  readonly changes: Partly<NonNullable<Facts['changes']>>;
}

const kinds = ['modified', 'added', 'deleted'] as const;

/** Changed files, by path: engines list them in no order. */
export const changesOf = (raw: RawChanges) =>
  raw
    .map(({ Path, Kind }) => ({ path: Path, change: kinds[Kind] }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));

/**
 * The processes of an answer of `top`, which has columns for the pid, the numeric user and the arguments.
 * Of the arguments the program's base name is kept, since the rest may hold secrets.
 */
export function processesOf({ Titles, Processes }: RawTop) {
  const column = (name: string): number =>
    Titles.findIndex((title) => title.toUpperCase() === name);
  const [pid, uid] = [column('PID'), column('UID')];
  const command = Math.max(column('COMMAND'), column('CMD'));
  if (pid < 0 || command < 0) return malformed(`it has the columns ${Titles.join(', ')}`);
  const processes = Processes.map((row) => ({
    pid: Number(row[pid]),
    uid: /^\d+$/.test(row[uid] ?? '') ? Number(row[uid]) : null,
    ...programIn(row[command] ?? ''),
  }));
  const wrong = processes.some((each) => !Number.isInteger(each.pid) || each.pid < 1);
  return wrong ? malformed('a pid is not a number') : processes.toSorted((a, b) => a.pid - b.pid);
}

/** The base name of the first word; a login shell has a dash before its own. */
function programIn(command: string) {
  const argv = command.split(/\s+/);
  const name = basename(argv[0] ?? '')
    .replace(/^-/, '')
    .replace(/:$/, '');
  return {
    program: programOf(name, argv),
    ...(handsShell(withoutLaunchers(argv)) ? { handsShell: true } : {}),
  };
}

const malformed = (why: string): Missing =>
  missing({
    reason: 'malformed',
    detail: text(`the list of processes was not understood: ${why}`, `无法解析进程列表：${why}`),
  });
