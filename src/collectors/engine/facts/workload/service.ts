import type { z } from 'zod';
import type { workload } from '../../../../core/subjects/workload/workload.ts';
import type { Redactor } from '../../../redaction/create-redactor.ts';
import type { RawImage } from '../../../image/raw-image.ts';
import type { RawNetwork } from '../../api-schemas/network.ts';
import type { RawContainerSpec, RawService } from '../../api-schemas/service.ts';
import type { EngineTraits, Product } from '../../../workload/engine-traits.ts';
import { environmentOf } from '../../../workload/environment.ts';
import { healthCheckOf, secretArguments } from '../../../workload/health-check.ts';
import { at, readLines, sourcesOf, type Lines } from '../../../gathering/fact-lines.ts';
import { toInstant } from '../../../gathering/to-instant.ts';
import {
  isMissing,
  missing,
  read,
  whenRead,
  type Missing,
} from '../../../gathering/partial-facts.ts';
import { capabilitiesOf } from '../../../workload/capabilities.ts';
import { parseImageReference } from '../../../../syntax/image-reference/parse-image-reference.ts';
import type { FollowLinks } from '../../reading/follow-links.ts';
import { cgroupNamespace, userNamespace } from '../../../workload/namespaces.ts';
import { serviceSettings } from './own-settings.ts';
import {
  serviceMounts,
  servicePorts,
  serviceResources,
  serviceVolumeSecrets,
} from './service-parts.ts';
import { serviceSecurity } from './service-security.ts';
import { userOf } from '../../../workload/user-of.ts';
import { text } from '../../../../core/text.ts';

type Facts = z.output<(typeof workload)['schema']>;

/** Everything that a service's facts depend on beside its own answer. */
export interface ServiceSurroundings {
  readonly product: Product | undefined;
  /** Of the only node; missing where several nodes may each have their own. */
  readonly node: EngineTraits | Missing;
  readonly followLinks: FollowLinks;
  /** The image that its reference names, where it is certain to be the one that nodes run. */
  readonly findImage: (reference: string) => RawImage | Missing;
  /** One of the networks that services are on. */
  readonly networkOf: (id: string) => RawNetwork | Missing;
  readonly redactor: Redactor;
}

const own = { mode: 'private', chain: [], resolved: 'private' } as const;

/** What the lines of a service read: its own answer, and what is made of it for several of them. */
function answerOf(service: RawService, spec: RawContainerSpec, around: ServiceSurroundings) {
  const { Spec } = service;
  const { redactor } = around;
  const image = read(() => around.findImage(spec.Image));
  const labelling = read(() => redactor.labels({ ...Spec.Labels, ...spec.Labels }));
  return {
    ...around,
    service,
    Spec,
    TaskTemplate: Spec.TaskTemplate,
    spec,
    ranImage: image,
    attached: read(() =>
      Spec.TaskTemplate.Networks.map(({ Target }) => ({
        id: Target,
        network: around.networkOf(Target),
      })),
    ),
    labelling,
    knownLabels: whenRead(labelling, (known) => known.labels),
    commands: whenRead(
      read(() => commandOf(spec, image)),
      redactor.command,
    ),
    settings: serviceSettings(spec),
  };
}

type Answer = ReturnType<typeof answerOf>;

const inSpec = '/Spec/TaskTemplate/ContainerSpec';

/** Every fact of a Swarm service, each with where it stands in the answer: a new one is a line here. */
const lines = {
  origin: 'swarm-service',
  state: 'declared',
  createdAt: at('/CreatedAt', ({ service }) => toInstant(service.CreatedAt)),
  image: at(`${inSpec}/Image`, ({ spec }) => ({
    reference: spec.Image,
    id: null,
    ...parseImageReference(spec.Image, ''),
  })),
  user: at(`${inSpec}/User`, ({ spec, ranImage }) =>
    spec.User === ''
      ? whenRead(ranImage, ({ Config }) => userOf(Config?.User ?? ''))
      : userOf(spec.User),
  ),
  groups: at(`${inSpec}/Groups`, ({ spec }) => spec.Groups),
  privileged: false,
  capabilities: at(
    inSpec,
    ({ spec, product }) =>
      capabilitiesOf(
        { add: spec.CapabilityAdd, drop: spec.CapabilityDrop, privileged: false },
        product,
      ),
    { '/added': `${inSpec}/CapabilityAdd`, '/dropped': `${inSpec}/CapabilityDrop` },
  ),
  security: at(`${inSpec}/Privileges`, ({ spec, node }) =>
    serviceSecurity(spec.Privileges ?? null, node),
  ),
  namespaces: {
    pid: own,
    ipc: own,
    network: at('/Spec/TaskTemplate/Networks', ({ attached }) =>
      whenRead(attached, networkNamespace),
    ),
    uts: own,
    user: at('', ({ node }) => userNamespace('', node)),
    cgroup: at('', ({ node }) => cgroupNamespace('', node)),
  },
  networks: at(
    '/Spec/TaskTemplate/Networks',
    ({ attached, service }) =>
      whenRead(attached, (known) =>
        known.length === 0
          ? [networkByDefault(service.Endpoint)]
          : known.map(({ id, network }) => ({
              name: whenRead(network, ({ Name }) => Name),
              id,
            })),
      ),
    { '/*': '/Spec/TaskTemplate/Networks/*' },
  ),
  nameResolution: at('', ({ settings }) => settings.nameResolution, {
    '/servers': `${inSpec}/DNSConfig/Nameservers`,
    '/domains': `${inSpec}/DNSConfig/Search`,
    '/options': `${inSpec}/DNSConfig/Options`,
    '/hosts': `${inSpec}/Hosts`,
  }),
  sysctls: at(`${inSpec}/Sysctls`, ({ settings }) => settings.sysctls),
  // Absent where its image decides.
  workingDirectory: at(`${inSpec}/Dir`, ({ spec }) => (spec.Dir === '' ? undefined : spec.Dir)),
  mounts: at(`${inSpec}/Mounts`, ({ spec, followLinks }) => serviceMounts(spec, followLinks)),
  devices: [],
  deviceRules: [],
  deviceRequests: [],
  ports: at('/Endpoint/Ports', ({ service }) => servicePorts(service.Endpoint)),
  resources: at('', ({ TaskTemplate, spec }) => serviceResources(TaskTemplate, spec), {
    '/memoryBytes': '/Spec/TaskTemplate/Resources/Limits/MemoryBytes',
    '/memoryReservationBytes': '/Spec/TaskTemplate/Resources/Reservations/MemoryBytes',
    '/cpus': '/Spec/TaskTemplate/Resources/Limits/NanoCPUs',
    '/pidsLimit': '/Spec/TaskTemplate/Resources/Limits/Pids',
    '/ulimits': `${inSpec}/Ulimits`,
  }),
  readOnlyRootFilesystem: at(`${inSpec}/ReadOnly`, ({ spec }) => spec.ReadOnly),
  restart: at('', ({ TaskTemplate }) => restartOf(TaskTemplate.RestartPolicy), {
    '/policy': '/Spec/TaskTemplate/RestartPolicy/Condition',
    '/maximumRetries': '/Spec/TaskTemplate/RestartPolicy/MaxAttempts',
  }),
  stopTimeoutSeconds: at(`${inSpec}/StopGracePeriod`, ({ spec: { StopGracePeriod: given } }) =>
    typeof given === 'number' ? given / 1e9 : null,
  ),
  healthCheck: at(`${inSpec}/Healthcheck`, ({ spec, ranImage, redactor }) =>
    spec.Healthcheck
      ? healthCheckOf(spec.Healthcheck, redactor)
      : whenRead(ranImage, ({ Config }) => healthCheckOf(Config?.Healthcheck ?? null, redactor)),
  ),
  logging: at(
    '',
    ({ TaskTemplate, redactor, node }) =>
      TaskTemplate.LogDriver
        ? {
            driver: TaskTemplate.LogDriver.Name,
            options: redactor.logOptions(TaskTemplate.LogDriver.Options),
          }
        : { driver: whenRead(node, ({ logDriver }) => logDriver), options: {} },
    {
      '/driver': '/Spec/TaskTemplate/LogDriver/Name',
      '/options': '/Spec/TaskTemplate/LogDriver/Options',
    },
  ),
  labels: at(`${inSpec}/Labels`, ({ knownLabels }) => knownLabels),
  secretLabels: at(`${inSpec}/Labels`, ({ labelling }) =>
    whenRead(labelling, (known) => known.secretLabels),
  ),
  secretVolumeOptions: at(
    `${inSpec}/Mounts`,
    ({ spec }) => serviceVolumeSecrets(spec).secretVolumeOptions,
  ),
  environment: at(`${inSpec}/Env`, ({ spec, redactor }) => environmentOf(spec.Env, redactor), {
    '/*': `${inSpec}/Env/*`,
  }),
  command: at(inSpec, ({ commands }) => whenRead(commands, ({ value }) => value)),
  secretArguments: at(inSpec, ({ commands, spec, service }) =>
    secretArguments(
      whenRead(commands, ({ rules }) => rules),
      spec.Healthcheck,
      `/services/${service.ID}`,
      '/Spec/TaskTemplate/ContainerSpec/Healthcheck',
    ),
  ),
  compose: at('/Spec/Labels', ({ Spec, knownLabels }) =>
    whenRead(knownLabels, (known) => stackOf(Spec.Name, known)),
  ),
  service: at('/Spec/Name', ({ service, Spec }) => ({ id: service.ID, name: Spec.Name })),
  placement: at(
    '/Spec/TaskTemplate/Placement/Constraints',
    ({ TaskTemplate, redactor }) =>
      (TaskTemplate.Placement?.Constraints ?? []).map((rule) => redactor.text(rule).value),
    { '/*': '/Spec/TaskTemplate/Placement/Constraints/*' },
  ),
  replicas: at('/Spec/Mode', ({ Spec }) => replicasOf(Spec.Mode)),
  job: at('/Spec/Mode', ({ Spec }) => Boolean(Spec.Mode?.ReplicatedJob ?? Spec.Mode?.GlobalJob)),
} satisfies Lines<Answer, Facts>;

/** Turns what a manager says of a service into the facts of a workload that is declared. */
export function serviceFacts(service: RawService, around: ServiceSurroundings) {
  const spec = service.Spec.TaskTemplate.ContainerSpec;
  if (!spec) {
    return missing({
      reason: 'unsupported',
      detail: text('the service runs a plugin, not containers', '该服务运行的是插件而非容器'),
    });
  }
  return readLines<Answer, Facts>(lines, answerOf(service, spec, around));
}

/** Where the facts of a Swarm service were read. */
export const serviceOrigin = sourcesOf('/services/{id}', lines);

/** A stack is the project of a Compose file, and calls its services by both names. */
function stackOf(name: string, labels: Readonly<Record<string, string>>): Facts['compose'] {
  const project = labels['com.docker.stack.namespace'];
  return project && name.startsWith(`${project}_`)
    ? { project, service: name.slice(project.length + 1) }
    : null;
}

/**
 * Where the tasks of a service without a network are: on the ingress network if ports are published through it, and
 * otherwise on the default bridge of their nodes; each node has its own.
 */
const networkByDefault = (endpoint: RawService['Endpoint']) => {
  const meshed = (endpoint?.Ports ?? []).some(({ PublishMode }) => PublishMode !== 'host');
  return { name: meshed ? 'ingress' : 'bridge', id: '' };
};

function networkNamespace(networks: readonly { readonly network: RawNetwork | Missing }[]) {
  const found = networks.map(({ network }) => network);
  if (found.some((network) => !isMissing(network) && network.Driver === 'host')) {
    return { mode: 'host', chain: [], resolved: 'host' } as const;
  }
  return found.find(isMissing) ?? own;
}

/** What a service does not say, its image does. */
function commandOf(spec: RawContainerSpec, image: RawImage | Missing): readonly string[] | Missing {
  if (spec.Command.length > 0) return [...spec.Command, ...spec.Args];
  return whenRead(image, ({ Config }) => [
    ...(Config?.Entrypoint ?? []),
    ...(spec.Args.length > 0 ? spec.Args : (Config?.Cmd ?? [])),
  ]);
}

function restartOf(policy: RawService['Spec']['TaskTemplate']['RestartPolicy']) {
  const maximumRetries = policy?.MaxAttempts ?? 0;
  if (policy?.Condition === 'none') return { policy: 'no' as const, maximumRetries };
  const always = policy?.Condition !== 'on-failure';
  return { policy: always ? ('always' as const) : ('on-failure' as const), maximumRetries };
}

function replicasOf(mode: RawService['Spec']['Mode']): number | null {
  if (mode?.Replicated) return mode.Replicated.Replicas;
  if (mode?.ReplicatedJob) return mode.ReplicatedJob.TotalCompletions;
  return mode?.Global || mode?.GlobalJob ? null : 1;
}
