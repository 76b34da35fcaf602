import type { z } from 'zod';
import type { workload } from '../../../../core/subjects/workload/workload.ts';
import {
  isMissing,
  read,
  whenRead,
  type Missing,
  type Partly,
} from '../../../gathering/partial-facts.ts';
import type { InForce } from '../../../proc/in-force.ts';
import type { Redactor } from '../../../redaction/create-redactor.ts';
import type { EngineTraits } from '../../../workload/engine-traits.ts';
import { type RawContainer, isRunning } from '../../api-schemas/container.ts';
import type { Runtime } from '../../reading/container-runtime.ts';
import { mountsOf, type MountWitness } from './mounts-in-force.ts';
import {
  configuredMounts,
  unlistedMounts,
  volumeSecretsOf,
  type MountSurroundings,
} from './mounts.ts';
import { namespacesOf, type FindContainer } from './namespaces.ts';
import { containerSettings } from './own-settings.ts';
import { otherSharedMemory } from './shared-memory.ts';

/** The facts of a workload. */
export type Facts = z.output<(typeof workload)['schema']>;

/** Everything that a container's facts depend on beside its own answer. */
export interface ContainerSurroundings extends MountSurroundings {
  readonly engine: EngineTraits | Missing;
  readonly findContainer: FindContainer;
  readonly runtimeOf: (container: RawContainer) => Runtime | undefined;
  /** The Swarm service that a container belongs to. */
  readonly serviceOf: (container: RawContainer) => Partly<Facts['service']>;
  readonly redactor: Redactor;
}

/** What the lines of a container read: its own answer, and what is made of it for several of them. */
export function answerOf(container: RawContainer, around: ContainerSurroundings) {
  const { engine, redactor } = around;
  const runtime = isRunning(container) ? around.runtimeOf(container) : undefined;
  const inForce = runtime && !isMissing(runtime.inForce) ? runtime.inForce : undefined;
  const labelling = read(() => redactor.labels(container.Config.Labels));
  return {
    raw: container,
    around,
    engine,
    redactor,
    runtime,
    inForce,
    kernel: runtime && !isMissing(runtime.kernel) ? runtime.kernel : undefined,
    limits: inForce && !isMissing(inForce.limits) ? inForce.limits : undefined,
    sharedMemory: inForce && otherSharedMemory(container, inForce),
    mounting: read(() => {
      const found = mountsOf(configuredMounts(container, around), mountWitness(container, inForce));
      return { ...found, mounts: [...found.mounts, ...unlistedMounts(container)] };
    }),
    labelling,
    labels: whenRead(labelling, (found) => found.labels),
    namespaces: namespacesOf(container, around.findContainer, engine, around.product),
    commands: read(() => redactor.command([container.Path, ...container.Args])),
    settings: containerSettings(container.HostConfig, around.product),
    volumeSecrets: volumeSecretsOf(container, around),
  };
}

/** What every line of a container is read from. */
export type Answer = ReturnType<typeof answerOf>;

/** What the kernel says of the mounts of a container; `undefined` where it was not asked or did not answer. */
function mountWitness(
  { State }: RawContainer,
  inForce: InForce | undefined,
): MountWitness | undefined {
  if (inForce === undefined || isMissing(inForce.mounts)) return undefined;
  const source = { kind: 'file', path: `/proc/${State.Pid}/mountinfo` } as const;
  return { mounts: inForce.mounts, beside: inForce.mountsBeside, source };
}
