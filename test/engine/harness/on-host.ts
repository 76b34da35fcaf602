import { join } from 'node:path';
import type { Assessment } from '../../../src/core/assessment/assessment.ts';
import { startPrivateHost, type PrivateHost } from '../../support/private-host.ts';
import type { Row } from './family.ts';
import { scan } from './scan.ts';

/** What happens on one private host, step by step, each step ending in a scan. */
export interface HostStage {
  readonly name: string;
  /** Shell lines that are run on the host first. */
  readonly before?: string;
  /** Flags of an engine that is started, after the one that ran was ended; absent means that it goes on. */
  readonly start?: readonly string[];
  /** Shell lines that are run once it has started. */
  readonly after?: string;
  /** What is scanned; absent means the engine and the host. */
  readonly targets?: readonly string[];
  /** Environment of the scan; absent means none of its own. */
  readonly env?: Readonly<Record<string, string>>;
  readonly rows: readonly Row[];
}

const everything = ['unix:///run/docker.sock', 'host:/'] as const;

/** Goes through the stages on a host of its own, and scans that host and its engine after each. */
export async function onPrivateHost(
  stages: readonly HostStage[],
): Promise<ReadonlyMap<string, Assessment>> {
  const host = await startPrivateHost({ network: true });
  const scans = new Map<string, Assessment>();
  const nothing = async (): Promise<void> => undefined;
  let stop = nothing;
  try {
    for (const stage of stages) {
      if (stage.start) {
        await stop();
        stop = nothing;
      }
      if (stage.before !== undefined) await host.shell(`set -e\n${stage.before}`);
      if (stage.start) stop = (await host.startEngine(...stage.start)).stop;
      if (stage.after !== undefined) await host.shell(`set -e\n${stage.after}`);
      const { targets = everything, env = {} } = stage;
      scans.set(stage.name, await scan(targets, { hostOf: host.pid, env }));
    }
    return scans;
  } finally {
    await stop();
    await host.stop();
  }
}

/** The socket of a private host's engine, as this machine reaches it. */
export const socketOf = ({ root }: PrivateHost): string => join(root, 'run/docker.sock');
