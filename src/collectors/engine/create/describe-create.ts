import { workload } from '../../../core/subjects/workload/workload.ts';
import type { Subject } from '../../../core/facts/subject.ts';
import type { RawImage } from '../../image/raw-image.ts';
import {
  isMissing,
  missing,
  more,
  read,
  UnreadPart,
  whyMissing,
  type Missing,
} from '../../gathering/partial-facts.ts';
import { unread } from '../../gathering/unread-gap.ts';
import { toSubject } from '../../gathering/to-subject.ts';
import { own } from '../../workload/namespaces.ts';
import { text } from '../../../core/text.ts';
import { withPresentSources } from '../assembly/present-sources.ts';
import type { RawContainer } from '../api-schemas/container.ts';
import type { RawNetwork } from '../api-schemas/network.ts';
import type { ContainerSurroundings } from '../facts/workload/container-answer.ts';
import { containerFacts } from '../facts/workload/container.ts';
import type { CreateBody } from './create-body.ts';
import type { ReadBody } from './read-body.ts';
import { createdConfig } from './created-config.ts';
import { createdHost, dataRootOf, type HostAround } from './created-host.ts';
import { createdMounts } from './created-mounts.ts';
import {
  createEndpoint,
  requestedId,
  requestOrigin,
  withRequestSources,
} from './request-sources.ts';

/** A request to make a container, and when it was made. */
export interface AskedContainer extends ReadBody<CreateBody> {
  /** As the request names it; `''` leaves it to the engine. */
  readonly name: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly api: HostAround['api'];
}

/** What a request is read among. */
export interface RequestSurroundings extends Omit<HostAround, 'api'> {
  readonly target: string;
  readonly containers: ContainerSurroundings;
  readonly image: RawImage | undefined;
  readonly networks: readonly RawNetwork[];
}

/**
 * Projects a request to make a container into the same facts as the container that is made of it, as it is before it is
 * started.
 */
export function describeCreate(request: AskedContainer, around: RequestSurroundings): Subject {
  const { containers, target } = around;
  const raw = createdContainer(request, around);
  const { facts, volumes, places } = raw;
  const projected = read(() => containerFacts(facts, { ...containers, volumes }));
  const made = isMissing(projected)
    ? projected
    : {
        ...projected,
        origin: 'create-request',
        ...ownIpc(facts, projected),
        ...openMounts(places, projected),
      };
  const subject = toSubject({
    kind: workload,
    id: requestedId,
    name: request.name || requestedId,
    target,
    origin: requestOrigin.name,
    facts: made,
  });
  const named = withRequestSources(subject);
  return withPresentSources(named, requestOrigin.sources, (endpoint) =>
    endpoint === createEndpoint ? request.tree : undefined,
  );
}

/** Where it is not known which volumes the image has, the mounts of the request are not all of them. */
function openMounts(
  places: readonly string[] | Missing,
  { mounts }: Readonly<Record<string, unknown>>,
) {
  if (!isMissing(places) || !Array.isArray(mounts)) return {};
  const listed: readonly unknown[] = mounts;
  return { mounts: [...listed, more(whyMissing(places))] };
}

/** A namespace of its own is its own, whether others may join it by default or not. */
function ownIpc({ HostConfig }: RawContainer, facts: Readonly<Record<string, unknown>>) {
  const mode = read(() => HostConfig.IpcMode);
  const { namespaces } = facts;
  if (!isMissing(mode) || typeof namespaces !== 'object') return {};
  return { namespaces: { ...namespaces, ipc: { ...own, mode } } };
}

function createdContainer(
  { body, name, at, api }: AskedContainer,
  { containers, image, info, settings, networks }: RequestSurroundings,
) {
  const { Config, command, volumes } = createdConfig(body, image);
  const HostConfig = createdHost(body.HostConfig, { info, settings, api });
  const places = read(() => volumes.places);
  const mounting = read(() =>
    createdMounts(body, {
      unnamed: isMissing(places) ? [] : places,
      volumes: containers.volumes,
      findContainer: containers.findContainer,
      dataRoot: () => dataRootOf(info),
    }),
  );
  const facts: RawContainer = {
    Id: requestedId,
    Name: `/${name}`,
    Created: at,
    get Path() {
      return command.Path;
    },
    get Args() {
      return command.Args;
    },
    Image: image?.Id ?? '',
    State: {
      Status: 'created',
      Pid: 0,
      OOMKilled: false,
      ExitCode: 0,
      StartedAt: '',
      FinishedAt: '',
      Health: undefined,
    },
    RestartCount: 0,
    ExecIDs: [],
    AppArmorProfile: '',
    get ProcessLabel() {
      const { engine } = containers;
      if (isMissing(engine)) throw new UnreadPart(whyMissing(engine));
      if (!engine.selinux) return '';
      throw new UnreadPart(
        unread(
          'unavailable',
          text('the engine gives it a label when it is made', '引擎在创建容器时才分配标签'),
        ),
      );
    },
    HostConfig,
    get Mounts() {
      if (isMissing(mounting)) throw new UnreadPart(whyMissing(mounting));
      return mounting.Mounts;
    },
    Config,
    NetworkSettings: { Ports: {}, Networks: networksOf(body, HostConfig.NetworkMode, networks) },
  };
  const known = isMissing(mounting) ? containers.volumes : mounting.volumes;
  return { facts, places, volumes: known };
}

/** The networks that it is put on; which they are by id, engines say when it is started. */
function networksOf(body: CreateBody, mode: string, networks: readonly RawNetwork[]) {
  const nameOf = (asked: string): string =>
    asked === 'default' ? 'bridge' : (networks.find(({ Id }) => Id === asked)?.Name ?? asked);
  if (mode.startsWith('container:')) return {};
  const asked = Object.keys(body.NetworkingConfig?.EndpointsConfig ?? {});
  // Networks that are named take the place of the one of the mode.
  const names = asked.length > 0 ? asked : [mode];
  return Object.fromEntries(names.map((name) => [nameOf(name), { NetworkID: '' }]));
}

/** What is not known before the engine was read. */
export const notYetRead = missing(
  unread('unavailable', text('the engine was not read yet', '尚未读取引擎')),
);
