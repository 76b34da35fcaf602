import type { z } from 'zod';
import type { workload } from '../../../../core/subjects/workload/workload.ts';
import type { Redactor } from '../../../redaction/create-redactor.ts';
import { type RawContainer, isRunning } from '../../api-schemas/container.ts';
import type { EngineTraits, Product } from '../../../workload/engine-traits.ts';
import { environmentOf } from '../../../workload/environment.ts';
import { healthCheckOf, secretArguments } from '../../../workload/health-check.ts';
import { toInstant } from '../../../gathering/to-instant.ts';
import { known } from '../../../gathering/known-value.ts';
import {
  isMissing,
  read,
  sourced,
  whenRead,
  type Missing,
  type Partly,
} from '../../../gathering/partial-facts.ts';
import { capabilitiesOf, normalCapabilities } from '../../../workload/capabilities.ts';
import { parseImageReference } from '../../../../syntax/image-reference/parse-image-reference.ts';
import { mountsOf, volumeSecretsOf, type MountSurroundings } from './mounts.ts';
import { namespacesOf, type FindContainer } from './namespaces.ts';
import { containerSettings } from './own-settings.ts';
import { portsOf } from './ports.ts';
import { resourcesOf } from './resources.ts';
import type { Runtime } from '../../reading/container-runtime.ts';
import { securityOf } from './security.ts';
import { userOf } from '../../../workload/user-of.ts';

type Facts = z.output<(typeof workload)['schema']>;

/** Everything that a container's facts depend on beside its own answer. */
export interface ContainerSurroundings extends MountSurroundings {
  readonly product: Product | undefined;
  readonly engine: EngineTraits | Missing;
  readonly findContainer: FindContainer;
  readonly runtimeOf: (container: RawContainer) => Runtime | undefined;
  /** The Swarm service that a container belongs to. */
  readonly serviceOf: (container: RawContainer) => Partly<Facts['service']>;
  readonly redactor: Redactor;
}

const states = [
  'created',
  'running',
  'paused',
  'restarting',
  'removing',
  'exited',
  'dead',
  'stopping',
] as const;

/** Podman's own words for states that Docker calls otherwise. */
const aliases: Readonly<Record<string, string>> = {
  configured: 'created',
  initialized: 'created',
  stopped: 'exited',
};

const policies = ['no', 'on-failure', 'always', 'unless-stopped'] as const;

/** Turns what an engine says of a container into the facts of a workload. */
export function containerFacts(container: RawContainer, around: ContainerSurroundings) {
  const { HostConfig, Config, State } = container;
  const { engine, redactor } = around;
  const running = isRunning(container);
  const runtime = running ? around.runtimeOf(container) : undefined;
  const kernel = runtime && !isMissing(runtime.kernel) ? runtime.kernel : undefined;
  const labelling = read(() => redactor.labels(Config.Labels));
  const labels = whenRead(labelling, (found) => found.labels);
  const namespaces = namespacesOf(container, around.findContainer, engine);
  const command = read(() => redactor.command([container.Path, ...container.Args]));

  return {
    origin: 'container',
    state: known(states, aliases[State.Status] ?? State.Status, 'state of a container'),
    createdAt: read(() => toInstant(container.Created)),
    image: read(() => ({
      reference: Config.Image,
      id: container.Image || null,
      ...parseImageReference(Config.Image, container.Image),
    })),
    user: read(() =>
      userOf(
        Config.User,
        kernel && numbersAlike(engine, HostConfig.UsernsMode) ? kernel.state.uid : null,
      ),
    ),
    groups: read(() => HostConfig.GroupAdd),
    privileged: read(() => HostConfig.Privileged),
    capabilities: {
      added: read(() => normalCapabilities(HostConfig.CapAdd)),
      dropped: read(() => normalCapabilities(HostConfig.CapDrop)),
      effective: read(() => {
        const { CapAdd: add, CapDrop: drop, Privileged: privileged } = HostConfig;
        return capabilitiesOf({ add, drop, privileged }, around.product).effective;
      }),
    },
    security: securityOf(container, engine, kernel),
    namespaces,
    networks: read(() =>
      Object.entries(container.NetworkSettings.Networks)
        .map(([name, { NetworkID }]) => ({ name, id: NetworkID }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    ),
    ...containerSettings(HostConfig, around.product),
    workingDirectory: read(() => (Config.WorkingDir === '' ? '/' : Config.WorkingDir)),
    mounts: read(() => mountsOf(container, around)),
    devices: read(() =>
      HostConfig.Devices.map((device) => ({
        hostPath: read(() => device.PathOnHost),
        containerPath: read(() => device.PathInContainer),
        permissions: read(() => device.CgroupPermissions),
      })),
    ),
    deviceRules: read(() => HostConfig.DeviceCgroupRules),
    deviceRequests: read(() =>
      HostConfig.DeviceRequests.map((request) => ({
        driver: read(() => request.Driver),
        capabilities: read(() => request.Capabilities.flat()),
      })),
    ),
    ports: read(() => portsOf(container)),
    resources: resourcesOf(HostConfig),
    readOnlyRootFilesystem: read(() => HostConfig.ReadonlyRootfs),
    restart: {
      policy: read(() => known(policies, HostConfig.RestartPolicy?.Name || 'no', 'restart policy')),
      maximumRetries: read(() => HostConfig.RestartPolicy?.MaximumRetryCount ?? 0),
    },
    healthCheck: read(() => healthCheckOf(Config.Healthcheck, redactor)),
    logging: {
      driver: read(() => HostConfig.LogConfig?.Type ?? ''),
      options: read(() => redactor.options(HostConfig.LogConfig?.Config ?? {})),
    },
    labels,
    secretLabels: whenRead(labelling, (found) => found.secretLabels),
    ...volumeSecretsOf(container, around),
    environment: read(() => environmentOf(Config.Env, redactor)),
    command: whenRead(command, ({ value }) => value),
    secretArguments: read(() =>
      secretArguments(
        whenRead(command, ({ rules }) => rules),
        Config.Healthcheck,
        `/containers/${container.Id}/json`,
        '/Config/Healthcheck',
      ),
    ),
    ...(runtime
      ? {
          kernel: whenRead(runtime.kernel, ({ state, path }) =>
            sourced(state, { kind: 'file', path }),
          ),
          processes: runtime.processes,
          rootUid: runtime.rootUid,
          ...(runtime.listeners && isHosted(namespaces.network)
            ? { listeners: runtime.listeners }
            : {}),
          sessions: runtime.sessions,
          init: runtime.init,
          changes: runtime.changes,
        }
      : {}),
    lifecycle: {
      restartCount: read(() => container.RestartCount),
      startedAt: read(() => toInstant(State.StartedAt)),
      finishedAt: read(() => toInstant(State.FinishedAt)),
      oomKilled: read(() => State.OOMKilled),
      exitCode: read(() => State.ExitCode),
    },
    compose: whenRead(labels, composeOf),
    service: read(() => around.serviceOf(container)),
    placement: [],
    replicas: 1,
    job: false,
  } satisfies Partly<Facts>;
}

/** Whether a network is the host's; where that is not known, it leaves what listens there in place. */
const isHosted = (network: ReturnType<typeof namespacesOf>['network']): boolean =>
  isMissing(network) || network.resolved !== 'private';

/** Whether the host's number for a user is the container's own. */
const numbersAlike = (engine: EngineTraits | Missing, usersMode: string): boolean =>
  !isMissing(engine) &&
  !engine.userNamespaces &&
  !engine.rootless &&
  (usersMode === '' || usersMode === 'host');

function composeOf(labels: Readonly<Record<string, string>>): Facts['compose'] {
  const project = labels['com.docker.compose.project'];
  const service = labels['com.docker.compose.service'];
  return project && service ? { project, service } : null;
}
