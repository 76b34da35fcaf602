import type { z } from 'zod';
import { PlimsollError } from '../../core/errors.ts';
import type { workload } from '../../core/subjects/workload/workload.ts';
import { decodeCapabilities } from '../../syntax/proc/capabilities.ts';
import { text, type Text } from '../../core/text.ts';

/** What the kernel says of one process. */
export type KernelState = Readonly<NonNullable<z.output<(typeof workload)['schema']>['kernel']>>;

/**
 * Reads the text of /proc/PID/status, which tells what the kernel lets a process do: user and group, capabilities,
 * no-new-privileges and seccomp. What it may take up again counts as what is in effect. Ids are as the reader's user namespace
 * numbers them: on the host, that of a container with remapped users shows 100000 where the container
 * itself sees 0.
 *
 * @throws PlimsollError `file-unreadable` when a field is missing
 */
export function parseKernelState(status: string, pid: number): KernelState {
  const seccomp = Number(statusField(status, 'Seccomp', pid));
  const noNewPrivileges = statusField(status, 'NoNewPrivs', pid);
  const mask = statusField(status, 'CapPrm', pid);
  if (seccomp > 2 || !/^[01]$/.test(noNewPrivileges) || !/^[0-9a-f]{1,32}$/.test(mask)) {
    throw malformed(pid, text('a field has a value that is not known', '某个字段的值未知'));
  }
  return {
    uid: strongestId(status, 'Uid', pid),
    gid: strongestId(status, 'Gid', pid),
    capabilities: [...decodeCapabilities(mask)],
    noNewPrivileges: noNewPrivileges === '1',
    seccomp,
  };
}

/**
 * The strongest user or group that a process may be, in effect or to be taken up again: the lowest of the four numbers on
 * its line (real, effective, saved, of files), since root is the lowest of any user namespace.
 *
 * @throws PlimsollError `file-unreadable` when the line is missing
 */
export function strongestId(status: string, field: 'Uid' | 'Gid', pid: number): number {
  const ids = statusField(status, field, pid).split(/\s+/);
  if (ids.length < 4 || !ids.every((id) => /^\d+$/.test(id))) {
    throw malformed(pid, text(`it has no ${field}`, `没有 ${field}`));
  }
  return Math.min(...ids.map(Number));
}

/** A process may choose its own name, but the kernel escapes line breaks in it: a field begins a line. */
function statusField(status: string, field: string, pid: number): string {
  const begin = `\n${field}:`;
  const at = `\n${status}`.indexOf(begin);
  const value = at < 0 ? '' : (status.slice(at + begin.length - 1).split('\n', 1)[0] ?? '').trim();
  if (value === '') throw malformed(pid, text(`it has no ${field}`, `没有 ${field}`));
  return value;
}

const malformed = (pid: number, why: Text): PlimsollError =>
  new PlimsollError(
    'file-unreadable',
    text(
      `The status of process ${pid} was not understood: ${why.en}.`,
      `无法理解进程 ${pid} 的状态：${why.zh}。`,
    ),
  );
