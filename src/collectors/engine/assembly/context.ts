import type { Redactor } from '../../redaction/create-redactor.ts';
import type { RawContainer } from '../api-schemas/container.ts';
import type { RawImage } from '../../image/raw-image.ts';
import type { RawNetwork } from '../api-schemas/network.ts';
import { createContainerLookup } from '../facts/workload/container-lookup.ts';
import { seccompOf } from '../facts/engine/engine.ts';
import {
  cgroupNamespacesOf,
  noNewPrivilegesOf,
  securityOptions,
} from '../facts/engine/engine-traits.ts';
import { productOf } from '../api-schemas/product.ts';
import type { EngineTraits } from '../../workload/engine-traits.ts';
import {
  isMissing,
  missing,
  read,
  sourced,
  whenRead,
  type Missing,
} from '../../gathering/partial-facts.ts';
import { createServiceOf } from '../facts/workload/service-of.ts';
import { boundPath } from '../../workload/volume-device.ts';
import type { ContainerSurroundings } from '../facts/workload/container-answer.ts';
import { type FollowLinks, followAll, followsNone } from '../reading/follow-links.ts';
import { readDefaultSeccomp } from '../reading/read-seccomp-default.ts';
import { changesOf, type Runtime } from '../reading/container-runtime.ts';
import { sessionsOf } from '../facts/workload/sessions.ts';
import type { ServiceSurroundings } from '../facts/workload/service.ts';
import type { HostView } from '../reading/find-host.ts';
import { valuesOf } from '../reading/listing.ts';
import type { EngineAnswers } from '../reading/read-engine.ts';
import type { Answer } from '../client/failure.ts';
import { toPart } from './assemble.ts';
import { text, type Text } from '../../../core/text.ts';

/** The engine's own defaults, as it and its process report them. */
export async function traitsOf({
  version,
  info,
  host,
}: EngineAnswers): Promise<EngineTraits | Missing> {
  const profile = read(() => ('value' in info ? seccompOf(info.value) : ''));
  const root = 'process' in host.daemon ? host.daemon.hostRoot : host.root;
  const seccompFile = isMissing(profile) ? undefined : await readDefaultSeccomp(profile, root);
  const known = 'value' in version ? version.value : undefined;
  return whenRead(toPart(info), (raw) => {
    const options = securityOptions(raw);
    return {
      seccomp: seccompOf(raw),
      ...(seccompFile === undefined ? {} : { seccompFile }),
      apparmor: options.has('apparmor'),
      selinux: options.has('selinux'),
      userNamespaces: options.has('userns'),
      rootless: options.has('rootless'),
      cgroupNamespaces: cgroupNamespacesOf(raw, known),
      noNewPrivileges: noNewPrivilegesOf(raw, known),
      startedAt: 'process' in host.daemon ? host.daemon.process.startedAt : null,
      logDriver: read(() => raw.LoggingDriver),
      onlyNode: read(() => raw.Swarm?.Nodes === 1) === true,
    };
  });
}

/** Follows the links of every host path that a container or a volume names, while there is time. */
export async function followLinksOf(
  answers: EngineAnswers,
  ended: () => Text | undefined,
): Promise<FollowLinks> {
  const { host, containers, volumes, swarm } = answers;
  const { root, procRoot } = host;
  if (root === null) {
    return followsNone(
      host.local
        ? "the host's root directory cannot be read from here"
        : 'symbolic links cannot be followed on a remote host',
    );
  }
  const each = <T, U>(of: readonly T[], pathOf: (item: T) => U): readonly (U | Missing)[] =>
    of.map((item) => read(() => pathOf(item)));
  const binds = each(valuesOf(containers), ({ Mounts }) =>
    each(Mounts, ({ Type, Source }) => (Type === 'bind' ? Source : null)),
  );
  const devices = each(valuesOf(volumes), ({ Driver, Options }) =>
    boundPath({ driver: Driver, options: Options }),
  );
  const declared = each(valuesOf(swarm.services), ({ Spec }) =>
    each(Spec.TaskTemplate.ContainerSpec?.Mounts ?? [], ({ Type, Source, VolumeOptions }) => {
      const { Name = '', Options = {} } = VolumeOptions?.DriverConfig ?? {};
      return Type === 'bind' ? Source : boundPath({ driver: Name || 'local', options: Options });
    }),
  );
  const paths = [...binds, ...devices, ...declared]
    .flat()
    .filter((path) => typeof path === 'string');
  return await followAll({ root, procRoot }, paths, ended);
}

/** What the facts of containers depend on. */
export function containerSurroundings(
  answers: EngineAnswers,
  engine: EngineTraits | Missing,
  followLinks: FollowLinks,
  redactor: Redactor,
): ContainerSurroundings {
  const { version, containers, volumes, swarm } = answers;
  return {
    product: productOf('value' in version ? version.value : undefined),
    engine,
    findContainer: createContainerLookup(valuesOf(containers)),
    runtimeOf: (container) => runtimeOf(answers, container),
    serviceOf: createServiceOf(swarm, redactor),
    followLinks,
    volumes: volumes.failure
      ? missing(volumes.failure)
      : new Map(valuesOf(volumes).map((volume) => [volume.Name, volume])),
    redactor,
  };
}

function runtimeOf(
  { inside, changes, sessions, host }: EngineAnswers,
  container: RawContainer,
): Runtime | undefined {
  const [seen, changed] = [inside.get(container.Id), changes.get(container.Id)];
  if (!seen || !changed) return undefined;
  return {
    ...seen,
    sessions: whenRead(sessions.get(container.Id) ?? noSessions, (known) =>
      sessionsOf(container, known),
    ),
    init: read(() => container.HostConfig.Init ?? defaultInit(host.daemon)),
    changes: whenRead(toPart(changed), changesOf),
  };
}

/** Whether an engine starts an init in containers that do not say; `null` where its process does not tell. */
function defaultInit(daemon: HostView['daemon']) {
  if (!('process' in daemon)) return null;
  const { inForce } = daemon.settings.init;
  return 'value' in inForce ? sourced(inForce.value, inForce.source) : null;
}

const noSessions = { asked: [], left: 0 };

/** What the facts of services depend on: where there are several nodes, this one's answers are not theirs. */
export function serviceSurroundings(
  answers: EngineAnswers,
  engine: EngineTraits | Missing,
  followLinks: FollowLinks,
  redactor: Redactor,
): ServiceSurroundings {
  const { version, images, swarm } = answers;
  const onlyNode = !isMissing(engine) && engine.onlyNode;
  const elsewhere = missing({
    reason: 'unavailable',
    detail: text(
      'each node of the Swarm decides this, and this is only one of them',
      '由 Swarm 的各节点分别决定，而本节点只是其中之一',
    ),
  });
  return {
    product: productOf('value' in version ? version.value : undefined),
    node: onlyNode ? engine : elsewhere,
    followLinks: onlyNode ? followLinks : () => elsewhere,
    findImage: (reference) => findImage(reference, images, onlyNode),
    networkOf: (id) => attachedNetwork(swarm.attached.get(id), id),
    redactor,
  };
}

function attachedNetwork(answer: Answer<RawNetwork> | undefined, id: string): RawNetwork | Missing {
  const unread = missing({
    reason: 'unavailable',
    detail: text(`the network ${id} was not read`, `未读取网络 ${id}`),
  });
  return answer ? toPart(answer) : unread;
}

/** By its digest an image is the same everywhere; by its name alone only where there is one node. */
function findImage(
  reference: string,
  images: EngineAnswers['images'],
  onlyNode: boolean,
): RawImage | Missing {
  const [name = '', digest] = reference.split('@');
  const tagged = /:[^/]*$/.test(name) ? name : `${name}:latest`;
  const found = valuesOf(images).find(
    ({ raw }) =>
      (digest !== undefined && raw.RepoDigests.some((each) => each.endsWith(`@${digest}`))) ||
      (digest === undefined && onlyNode && raw.RepoTags.includes(tagged)),
  );
  return (
    found?.raw ??
    missing({
      reason: 'unavailable',
      detail: text(
        `what the service does not say, its image ${reference} does, which is not on this node`,
        `服务未说明的内容由其镜像 ${reference} 决定，而该镜像不在本节点上`,
      ),
    })
  );
}
