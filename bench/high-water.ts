import { readFileSync } from 'node:fs';

/** The kernel's own mark of a process's highest resident set, bytes; 0 once it is gone. */
export function highWater(pid: number | undefined): number {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}
