import type { z } from 'zod';
import type { workload } from '../../../../core/subjects/workload/workload.ts';
import type { Redactor } from '../../../redaction/create-redactor.ts';
import type { RawImage } from '../../../image/raw-image.ts';
import type { RawNetwork } from '../../api-schemas/network.ts';
import type { RawContainerSpec, RawService } from '../../api-schemas/service.ts';
import type { EngineTraits, Product } from '../../../workload/engine-traits.ts';
import { environmentOf } from '../../../workload/environment.ts';
import { healthCheckOf, secretArguments } from '../../../workload/health-check.ts';
import { toInstant } from '../../../gathering/to-instant.ts';
import {
  isMissing,
  missing,
  read,
  whenRead,
  type Missing,
  type Partly,
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

/** Turns what a manager says of a service into the facts of a workload that is declared. */
export function serviceFacts(service: RawService, around: ServiceSurroundings) {
  const { Spec } = service;
  const { TaskTemplate } = Spec;
  const spec = TaskTemplate.ContainerSpec;
  if (!spec) {
    return missing({
      reason: 'unsupported',
      detail: text('the service runs a plugin, not containers', '该服务运行的是插件而非容器'),
    });
  }
  const { node, redactor } = around;
  const image = read(() => around.findImage(spec.Image));
  const networks = read(() =>
    TaskTemplate.Networks.map(({ Target }) => ({
      id: Target,
      network: around.networkOf(Target),
    })),
  );
  const labelling = read(() => redactor.labels({ ...Spec.Labels, ...spec.Labels }));
  const labels = whenRead(labelling, (known) => known.labels);
  const command = whenRead(
    read(() => commandOf(spec, image)),
    redactor.command,
  );

  return {
    origin: 'swarm-service',
    state: 'declared',
    createdAt: read(() => toInstant(service.CreatedAt)),
    image: read(() => ({
      reference: spec.Image,
      id: null,
      ...parseImageReference(spec.Image, ''),
    })),
    user: read(() =>
      spec.User === ''
        ? whenRead(image, ({ Config }) => userOf(Config?.User ?? ''))
        : userOf(spec.User),
    ),
    groups: read(() => spec.Groups),
    privileged: false,
    capabilities: read(() =>
      capabilitiesOf(
        { add: spec.CapabilityAdd, drop: spec.CapabilityDrop, privileged: false },
        around.product,
      ),
    ),
    security: read(() => serviceSecurity(spec.Privileges ?? null, node)),
    namespaces: {
      pid: own,
      ipc: own,
      network: whenRead(networks, networkNamespace),
      uts: own,
      user: userNamespace('', node),
      cgroup: cgroupNamespace('', node),
    },
    networks: whenRead(networks, (known) =>
      known.length === 0
        ? [networkByDefault(service.Endpoint)]
        : known.map(({ id, network }) => ({
            name: whenRead(network, ({ Name }) => Name),
            id,
          })),
    ),
    ...serviceSettings(spec),
    ...workingDirectoryOf(spec),
    mounts: read(() => serviceMounts(spec, around.followLinks)),
    devices: [],
    deviceRules: [],
    deviceRequests: [],
    ports: read(() => servicePorts(service.Endpoint)),
    resources: read(() => serviceResources(TaskTemplate, spec)),
    readOnlyRootFilesystem: read(() => spec.ReadOnly),
    restart: read(() => restartOf(TaskTemplate.RestartPolicy)),
    healthCheck: read(() =>
      spec.Healthcheck
        ? healthCheckOf(spec.Healthcheck, redactor)
        : whenRead(image, ({ Config }) => healthCheckOf(Config?.Healthcheck ?? null, redactor)),
    ),
    logging: read(() =>
      TaskTemplate.LogDriver
        ? {
            driver: TaskTemplate.LogDriver.Name,
            options: redactor.options(TaskTemplate.LogDriver.Options),
          }
        : { driver: whenRead(node, ({ logDriver }) => logDriver), options: {} },
    ),
    labels,
    secretLabels: whenRead(labelling, (known) => known.secretLabels),
    ...serviceVolumeSecrets(spec),
    environment: read(() => environmentOf(spec.Env, redactor)),
    command: whenRead(command, ({ value }) => value),
    secretArguments: read(() =>
      secretArguments(
        whenRead(command, ({ rules }) => rules),
        spec.Healthcheck,
        `/services/${service.ID}`,
        '/Spec/TaskTemplate/ContainerSpec/Healthcheck',
      ),
    ),
    compose: whenRead(labels, (known) => stackOf(Spec.Name, known)),
    service: { id: service.ID, name: Spec.Name },
    placement: read(() =>
      (TaskTemplate.Placement?.Constraints ?? []).map((rule) => redactor.text(rule).value),
    ),
    replicas: read(() => replicasOf(Spec.Mode)),
    job: read(() => Boolean(Spec.Mode?.ReplicatedJob ?? Spec.Mode?.GlobalJob)),
  } satisfies Partly<Facts>;
}

/** Absent where its image decides. */
function workingDirectoryOf(spec: RawContainerSpec) {
  const workingDirectory = read(() => spec.Dir);
  return workingDirectory === '' ? {} : { workingDirectory };
}

/** A stack is the project of a Compose file, and calls its services by both names. */
function stackOf(name: string, labels: Readonly<Record<string, string>>): Facts['compose'] {
  const project = labels['com.docker.stack.namespace'];
  return project && name.startsWith(`${project}_`)
    ? { project, service: name.slice(project.length + 1) }
    : null;
}

/**
 * Where the tasks of a service without a network are: on the ingress network if ports are published by way of it, and
 * otherwise on the default bridge of their nodes, each of which has its own.
 */
const networkByDefault = (endpoint: RawService['Endpoint']) => {
  const meshed = (endpoint?.Ports ?? []).some(({ PublishMode }) => PublishMode !== 'host');
  return { name: meshed ? 'ingress' : 'bridge', id: '' };
};

const own = { mode: 'private', chain: [], resolved: 'private' } as const;

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
