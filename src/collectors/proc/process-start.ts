import { PlimsollError } from '../../core/errors.ts';
import { readProc } from './read-proc.ts';
import { text } from '../../core/text.ts';

/** When a process began. */
export interface ProcessStart {
  /** ISO 8601 UTC, to the second: what the kernel's own record of the boot allows. */
  readonly at: string;
  /** Milliseconds of the epoch, as exact as is known; for comparison with the times of files. */
  readonly milliseconds: number;
  /** As the kernel counts it since the boot: with the pid, the same for the same process only. */
  readonly ticks: number;
}

/** The unit of /proc/PID/stat: 100 on every platform that an engine runs on, whatever the kernel's own. */
const ticksPerSecond = 100;

/** /proc/uptime counts hundredths. It is another machine's where something stands before it (lxcfs). */
const trustedDifference = 2_000;

/**
 * Reads when a process began.
 *
 * @param now milliseconds of the epoch, at which /proc/uptime is read
 * @throws PlimsollError `file-not-found` when it has ended, `file-denied`, `file-unreadable`
 */
export function readProcessStart(
  pid: number,
  procRoot: string,
  now: () => number = Date.now,
): ProcessStart {
  const stat = readProc(`${procRoot}/${pid}/stat`);
  // The name of the process stands in parentheses and may hold anything, parentheses too.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[19]);
  const boot = Number(/^btime (\d+)$/m.exec(readProc(`${procRoot}/stat`))?.[1]);
  const seconds = boot + ticks / ticksPerSecond;
  if (fields[19] === undefined || !Number.isFinite(seconds)) {
    throw new PlimsollError(
      'file-unreadable',
      text(`The start of process ${pid} was not understood.`, `无法理解进程 ${pid} 的启动时间。`),
    );
  }
  const uptime = Number(readProc(`${procRoot}/uptime`).split(' ')[0]);
  const exact = now() - uptime * 1000 + (ticks / ticksPerSecond) * 1000;
  return {
    ticks,
    at: new Date(Math.floor(seconds) * 1000).toISOString(),
    milliseconds: Math.abs(exact - seconds * 1000) <= trustedDifference ? exact : seconds * 1000,
  };
}
