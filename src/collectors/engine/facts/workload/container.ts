import type { z } from 'zod';
import type { workload } from '../../../../core/subjects/workload/workload.ts';
import type { Redactor } from '../../../redaction/create-redactor.ts';
import { type RawContainer, isRunning } from '../../api-schemas/container.ts';
import type { EngineTraits, Product } from '../../../workload/engine-traits.ts';
import { environmentOf } from '../../../workload/environment.ts';
import { healthCheckOf, secretArguments } from '../../../workload/health-check.ts';
import { at, readLines, sourcesOf, type Lines } from '../../../gathering/fact-lines.ts';
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
import { otherDifferences } from './differences.ts';
import { configuredMounts, volumeSecretsOf, type MountSurroundings } from './mounts.ts';
import type { LimitsRead } from '../../../proc/cgroup-limits.ts';
import { otherLimit } from './limits-in-force.ts';
import { mountsOf, type MountWitness } from './mounts-in-force.ts';
import { namespacesOf, type FindContainer } from './namespaces.ts';
import { containerSettings } from './own-settings.ts';
import { portsOf } from './ports.ts';
import { resourceLines } from './resources.ts';
import type { InForce } from '../../../proc/in-force.ts';
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

const healths = ['starting', 'healthy', 'unhealthy'] as const;

const policies = ['no', 'on-failure', 'always', 'unless-stopped'] as const;

/** What the lines of a container read: its own answer, and what is made of it for several of them. */
function answerOf(container: RawContainer, around: ContainerSurroundings) {
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
    mounting: read(() =>
      mountsOf(configuredMounts(container, around), mountWitness(container, inForce)),
    ),
    labelling,
    labels: whenRead(labelling, (found) => found.labels),
    namespaces: namespacesOf(container, around.findContainer, engine),
    commands: read(() => redactor.command([container.Path, ...container.Args])),
    settings: containerSettings(container.HostConfig, around.product),
    volumeSecrets: volumeSecretsOf(container, around),
  };
}

type Answer = ReturnType<typeof answerOf>;

const endpoint = '/containers/{id}/json';

/** Every fact of a container, each with where it stands in the answers: a new one is a line here. */
const lines = {
  origin: 'container',
  state: at('/State/Status', ({ raw: { State } }) =>
    known(states, aliases[State.Status] ?? State.Status, 'state of a container'),
  ),
  createdAt: at('/Created', ({ raw: { Created } }) => toInstant(Created)),
  image: at(
    '/Config/Image',
    ({ raw: { Config, Image } }) => ({
      reference: Config.Image,
      id: Image || null,
      ...parseImageReference(Config.Image, Image),
    }),
    { '/id': '/Image' },
  ),
  user: at('/Config/User', ({ raw: { Config, HostConfig }, kernel, engine }) =>
    userOf(
      Config.User,
      kernel && numbersAlike(engine, HostConfig.UsernsMode) ? kernel.state.uid : null,
    ),
  ),
  groups: at('/HostConfig/GroupAdd', ({ raw: { HostConfig } }) => HostConfig.GroupAdd),
  privileged: at('/HostConfig/Privileged', ({ raw: { HostConfig } }) => HostConfig.Privileged),
  capabilities: at(
    '/HostConfig',
    ({ raw: { HostConfig }, around }) => ({
      added: read(() => normalCapabilities(HostConfig.CapAdd)),
      dropped: read(() => normalCapabilities(HostConfig.CapDrop)),
      effective: read(() => {
        const { CapAdd: add, CapDrop: drop, Privileged: privileged } = HostConfig;
        return capabilitiesOf({ add, drop, privileged }, around.product).effective;
      }),
    }),
    { '/added': '/HostConfig/CapAdd', '/dropped': '/HostConfig/CapDrop' },
  ),
  security: at(
    '/HostConfig/SecurityOpt',
    ({ raw, engine, kernel, inForce }) => securityOf(raw, engine, kernel, inForce),
    {
      '/apparmor/profile': '/AppArmorProfile',
      '/selinux/label': '/ProcessLabel',
      '/systemPathsUnconfined': '/HostConfig/MaskedPaths',
    },
  ),
  namespaces: {
    pid: at('/HostConfig/PidMode', ({ namespaces }) => namespaces.pid),
    ipc: at('/HostConfig/IpcMode', ({ namespaces }) => namespaces.ipc),
    network: at('/HostConfig/NetworkMode', ({ namespaces }) => namespaces.network),
    uts: at('/HostConfig/UTSMode', ({ namespaces }) => namespaces.uts),
    user: at('/HostConfig/UsernsMode', ({ namespaces }) => namespaces.user),
    cgroup: at('/HostConfig/CgroupnsMode', ({ namespaces }) => namespaces.cgroup),
  },
  networks: at('/NetworkSettings/Networks', ({ raw: { NetworkSettings } }) =>
    Object.entries(NetworkSettings.Networks)
      .map(([name, { NetworkID }]) => ({ name, id: NetworkID }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  ),
  nameResolution: at('', ({ settings }) => settings.nameResolution, {
    '/servers': '/HostConfig/Dns',
    '/domains': '/HostConfig/DnsSearch',
    '/options': '/HostConfig/DnsOptions',
    '/hosts': '/HostConfig/ExtraHosts',
  }),
  sysctls: at('/HostConfig/Sysctls', ({ settings }) => settings.sysctls),
  runtime: at('/HostConfig/Runtime', ({ settings }) => settings.runtime),
  workingDirectory: at('/Config/WorkingDir', ({ raw: { Config } }) =>
    Config.WorkingDir === '' ? '/' : Config.WorkingDir,
  ),
  mounts: at('/Mounts', ({ mounting }) => whenRead(mounting, ({ mounts }) => mounts)),
  devices: at('/HostConfig/Devices', ({ raw: { HostConfig } }) =>
    HostConfig.Devices.map((device) => ({
      hostPath: read(() => device.PathOnHost),
      containerPath: read(() => device.PathInContainer),
      permissions: read(() => device.CgroupPermissions),
    })),
  ),
  deviceRules: at('/HostConfig/DeviceCgroupRules', ({ raw: { HostConfig }, limits }) =>
    deviceRulesOf(HostConfig, limits),
  ),
  deviceRequests: at('/HostConfig/DeviceRequests', ({ raw: { HostConfig } }) =>
    HostConfig.DeviceRequests.map((request) => ({
      driver: read(() => request.Driver),
      capabilities: read(() => request.Capabilities.flat()),
    })),
  ),
  // What does not run has the ports that it asks for.
  ports: at('/NetworkSettings/Ports', ({ raw }) => {
    const ports = read(() => portsOf(raw));
    const asked = { kind: 'api', endpoint, pointer: '/HostConfig/PortBindings' } as const;
    return isRunning(raw) ? ports : whenRead(ports, (found) => sourced(found, asked));
  }),
  resources: resourceLines,
  readOnlyRootFilesystem: at(
    '/HostConfig/ReadonlyRootfs',
    ({ raw: { HostConfig, State }, inForce }) => {
      const root = inForce && !isMissing(inForce.mounts) ? inForce.mounts.get('/') : undefined;
      return root === undefined || root.readOnly === HostConfig.ReadonlyRootfs
        ? HostConfig.ReadonlyRootfs
        : sourced(root.readOnly, { kind: 'file', path: `/proc/${State.Pid}/mountinfo` });
    },
  ),
  restart: {
    policy: at('/HostConfig/RestartPolicy/Name', ({ raw: { HostConfig } }) =>
      known(policies, HostConfig.RestartPolicy?.Name || 'no', 'restart policy'),
    ),
    maximumRetries: at(
      '/HostConfig/RestartPolicy/MaximumRetryCount',
      ({ raw: { HostConfig } }) => HostConfig.RestartPolicy?.MaximumRetryCount ?? 0,
    ),
  },
  stopTimeoutSeconds: at(
    '/Config/StopTimeout',
    ({ raw: { Config } }) => Config.StopTimeout ?? null,
  ),
  healthCheck: at('/Config/Healthcheck', ({ raw: { Config }, redactor }) =>
    healthCheckOf(Config.Healthcheck, redactor),
  ),
  logging: {
    driver: at(
      '/HostConfig/LogConfig/Type',
      ({ raw: { HostConfig } }) => HostConfig.LogConfig?.Type ?? '',
    ),
    options: at('/HostConfig/LogConfig/Config', ({ raw: { HostConfig }, redactor }) =>
      redactor.options(HostConfig.LogConfig?.Config ?? {}),
    ),
  },
  labels: at('/Config/Labels', ({ labels }) => labels, { '/*': '/Config/Labels/*' }),
  secretLabels: at('/Config/Labels', ({ labelling }) =>
    whenRead(labelling, (found) => found.secretLabels),
  ),
  secretVolumeOptions: at('/Mounts', ({ volumeSecrets }) => volumeSecrets.secretVolumeOptions),
  environment: at(
    '/Config/Env',
    ({ raw: { Config }, redactor }) => environmentOf(Config.Env, redactor),
    {
      '/*': '/Config/Env/*',
    },
  ),
  command: at('/Args', ({ commands }) => whenRead(commands, ({ value }) => value)),
  secretArguments: at('/Args', ({ raw: { Config, Id }, commands }) =>
    secretArguments(
      whenRead(commands, ({ rules }) => rules),
      Config.Healthcheck,
      `/containers/${Id}/json`,
      '/Config/Healthcheck',
    ),
  ),
  kernel: inRuntime(({ kernel, inForce }) =>
    whenRead(kernel, ({ state, path }) =>
      sourced({ ...state, ...kernelLimits(inForce, path) }, { kind: 'file', path }),
    ),
  ),
  processes: inRuntime(({ processes }) => processes),
  differences: inRuntime(({ inForce, kernel }, { raw, mounting }) =>
    whenRead(inForce, (found) =>
      whenRead(mounting, ({ differences }) =>
        whenRead(kernel, ({ path }) => {
          const mountinfo = { kind: 'file', path: path.replace(/status$/, 'mountinfo') } as const;
          return sourced(
            [
              ...otherDifferences(raw, found, path),
              ...differences.map((each) => sourced(each, mountinfo)),
            ],
            mountinfo,
          );
        }),
      ),
    ),
  ),
  rootUid: inRuntime(({ rootUid }) => rootUid),
  listeners: inRuntime(({ listeners }, { namespaces }) =>
    isHosted(namespaces.network) ? listeners : undefined,
  ),
  sessions: inRuntime(({ sessions }) => sessions, '/ExecIDs'),
  init: inRuntime(({ init }) => init, '/HostConfig/Init'),
  changes: inRuntime(({ changes }) => changes, '', '/containers/{id}/changes'),
  lifecycle: {
    restartCount: at('/RestartCount', ({ raw: { RestartCount } }) => RestartCount),
    startedAt: at('/State/StartedAt', ({ raw: { State } }) => toInstant(State.StartedAt)),
    finishedAt: at('/State/FinishedAt', ({ raw: { State } }) => toInstant(State.FinishedAt)),
    oomKilled: at('/State/OOMKilled', ({ raw: { State } }) => State.OOMKilled),
    exitCode: at('/State/ExitCode', ({ raw: { State } }) => State.ExitCode),
    health: at('/State/Health/Status', ({ raw }) => {
      const status = isRunning(raw) ? (raw.State.Health?.Status ?? 'none') : 'none';
      return status === 'none' || status === '' ? undefined : known(healths, status, 'health');
    }),
  },
  compose: at('/Config/Labels', ({ labels }) => whenRead(labels, composeOf)),
  service: at('', ({ raw, around }) => around.serviceOf(raw)),
  placement: [],
  replicas: 1,
  job: false,
} satisfies Lines<Answer, Facts>;

/** Rules of devices that it was made with, and those of its cgroup that open every device besides. */
function deviceRulesOf(host: RawContainer['HostConfig'], limits: LimitsRead | undefined) {
  const other = limits && otherLimit(limits, 'openDevices', host);
  const open = String(other?.value ?? '')
    .split('\n')
    .filter((rule) => rule !== '');
  return other && open.length > 0
    ? sourced([...host.DeviceCgroupRules, ...open], { kind: 'file', path: other.path })
    : host.DeviceCgroupRules;
}

/** What a container that runs shows by its processes; left out of one that does not. */
function inRuntime<T>(make: (runtime: Runtime, answer: Answer) => T, pointer = '', from?: string) {
  return at(pointer, (answer: Answer) => answer.runtime && make(answer.runtime, answer), {}, from);
}

/** What the kernel says of the mounts of a container; `undefined` where it was not asked or did not answer. */
function mountWitness(
  { State }: RawContainer,
  inForce: InForce | undefined,
): MountWitness | undefined {
  if (inForce === undefined || isMissing(inForce.mounts)) return undefined;
  const source = { kind: 'file', path: `/proc/${State.Pid}/mountinfo` } as const;
  return { mounts: inForce.mounts, source };
}

/** The limits of the processes, where they were read beside the state of the first. */
function kernelLimits(inForce: InForce | Missing, path: string) {
  if (isMissing(inForce)) return { limits: inForce };
  const { ulimits } = inForce;
  const source = { kind: 'file', path: path.replace(/status$/, 'limits') } as const;
  return { limits: whenRead(ulimits, (limits) => sourced(limits, source)) };
}

/** Turns what an engine says of a container into the facts of a workload. */
export const containerFacts = (container: RawContainer, around: ContainerSurroundings) =>
  readLines<Answer, Facts>(lines, answerOf(container, around));

/** Where the facts of a container were read. */
export const containerOrigin = sourcesOf(endpoint, lines);

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
