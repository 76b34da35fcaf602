import type { DaemonQuery, DaemonReading } from '../../src/collectors/daemon/daemon-reading.ts';
import { readDaemon } from '../../src/collectors/daemon/read-daemon.ts';
import { fromReading, settle } from '../../src/collectors/gathering/partial-facts.ts';
import type { Gap } from '../../src/core/facts/gap.ts';

/** A daemon as it was read, its listeners taken apart into facts and gaps: so they can go to another process. */
export interface SettledDaemon extends Omit<DaemonReading, 'listeners'> {
  readonly listeners: unknown;
  readonly gaps: readonly Gap[];
}

/** Reads a daemon and takes its listeners apart. */
export async function readSettledDaemon(query: DaemonQuery): Promise<SettledDaemon> {
  const { listeners, ...daemon } = await readDaemon(query);
  const { facts, gaps } = settle({ listeners: fromReading(listeners) });
  return { ...daemon, listeners: facts['listeners'], gaps };
}
