import type { Subject } from 'plimsoll';

/** How many times something was done in a second, by the clock and by the processor. */
export interface Speed {
  readonly perSecond: number;
  /** Of the whole process, so that collecting garbage and compiling count as well; it matters little what else runs. */
  readonly perCpuSecond: number;
}

/** Workloads that are made ahead of what is measured: few, since nothing that streams by lives long. */
const batch = 20;

/** Measures what is done with as many workloads; `act` answers how many times it did something. */
export function measure(
  workloads: number,
  workloadNumber: (at: number) => Subject,
  act: (subjects: readonly Subject[]) => number,
): Speed {
  let done = 0;
  let ms = 0;
  let cpuMicroseconds = 0;
  for (let at = 0; at < workloads; at += batch) {
    const subjects = Array.from({ length: batch }, (_, each) => workloadNumber(at + each));
    const cpu = process.cpuUsage();
    const started = performance.now();
    done += act(subjects);
    ms += performance.now() - started;
    const { user, system } = process.cpuUsage(cpu);
    cpuMicroseconds += user + system;
  }
  return { perSecond: (done / ms) * 1e3, perCpuSecond: (done / cpuMicroseconds) * 1e6 };
}
