import type { SourceMap } from '../../../core/facts/source.ts';
import type { Subject } from '../../../core/facts/subject.ts';
import type { GoJsonProblem } from '../../../syntax/json/read-go-json.ts';
import { isMissing, missing } from '../../gathering/partial-facts.ts';
import { createRedactor, type Redactor } from '../../redaction/create-redactor.ts';
import { containerSurroundings, serviceSurroundings, traitsOf } from '../assembly/context.ts';
import { toPart } from '../assembly/assemble.ts';
import { valuesOf } from '../reading/listing.ts';
import { followAll, followsNone, type FollowLinks } from '../reading/follow-links.ts';
import type { EngineAnswers } from '../reading/read-engine.ts';
import type { RawNetwork } from '../api-schemas/network.ts';
import type { RawService } from '../api-schemas/service.ts';
import type { ServiceSurroundings } from '../facts/workload/service.ts';
import { origins } from '../origins/origins.ts';
import { readExecBody, readUpdateBody } from './change-bodies.ts';
import { readCreateBody } from './create-body.ts';
import { describeExec, describeUpdate } from './describe-change.ts';
import { describeCreate, notYetRead, type RequestSurroundings } from './describe-create.ts';
import { describeService } from './describe-service.ts';
import { findImage } from './find-image.ts';
import { requestOrigin, serviceRequestOrigin } from './request-sources.ts';
import { readServiceBody } from './service-body.ts';

/** What a request does: a container or a service is made, changed, or entered. */
export type RequestKind = 'create' | 'update' | 'exec' | 'service-create' | 'service-update';

/** A request that makes or changes a workload. */
export interface WorkloadRequest {
  readonly kind: RequestKind;
  readonly body: Uint8Array;
  /** Of a new container, as the request names it, `''` leaves it to the engine; of others the id or the name in its path. */
  readonly name: string;
  /** When it was made, ISO 8601 UTC. */
  readonly at: string;
  /** Minor version of the API that is asked, as 45 of 1.45; `null` where the request names none. */
  readonly api: number | null;
}

/** What a request would make. */
export interface DescribedRequest {
  /** What there would be: of a new container, as it is before it is started, with the origin `create-request`. */
  readonly subject: Subject;
  /** The container as it is, where the request changes a part of it: what is wrong already is no fault of the request. */
  readonly before?: Subject;
  /** Whether it makes a service that runs a plugin. */
  readonly plugin?: boolean;
  /** Where its facts stand, by the name that the subject has for it. */
  readonly origins: Readonly<Record<string, SourceMap>>;
  /** Where the engine and another reader may take the body for different things; with any, the subject is a best guess. */
  readonly problems: readonly GoJsonProblem[];
}

/** Describes what requests to an engine would make, among what was last read of it. */
export interface RequestReader {
  /** The engine, as its subjects name it. */
  readonly target: string;
  /** @throws SyntaxProblem for a body that the engine refuses as well */
  readonly describe: (request: WorkloadRequest) => Promise<DescribedRequest>;
}

/** Prepares to describe requests to an engine that was read. */
export async function createRequestReader(
  answers: EngineAnswers,
  target: string,
  redactor: Redactor,
): Promise<RequestReader> {
  const traits = await traitsOf(answers);
  const { host, info, images, networks, swarm } = answers;
  const { daemon } = host;
  const listed = valuesOf(images).map(({ raw }) => raw);
  const services = valuesOf(swarm.services);
  const known = {
    target,
    info: toPart(info),
    settings: 'process' in daemon ? daemon.settings : missing(daemon),
    networks: valuesOf(networks),
    imageOf: (reference: string) => findImage(listed, reference),
    serviceOf: (asked: string) =>
      services.find(({ ID }) => ID === asked) ??
      services.find(({ Spec }) => Spec.Name === asked) ??
      onlyOne(services.filter(({ ID }) => ID.startsWith(asked))),
  };
  return {
    target,
    describe: async (request) => {
      // What is dropped of a request that is refused was never in a snapshot.
      const apart = redactor.apart();
      const containers = containerSurroundings(answers, traits, () => '', apart);
      const declared = serviceSurroundings(answers, traits, () => '', apart);
      const networkOf = networkFinder(
        [...attachedIn(swarm), ...known.networks],
        declared.networkOf,
      );
      const describe = prepare(request);
      const by = (followLinks: FollowLinks): DescribedRequest => {
        const onlyNode = !isMissing(declared.node);
        return describe({
          ...known,
          containers: { ...containers, followLinks },
          services: {
            ...declared,
            networkOf,
            followLinks: onlyNode ? followLinks : declared.followLinks,
          },
        });
      };
      const { root, procRoot, local } = host;
      if (root === null) {
        const why = local
          ? "the host's root directory cannot be read from here"
          : 'symbolic links cannot be followed on a remote host';
        return by(followsNone(why));
      }
      // The paths of the host whose links are followed.
      const paths = new Set<string>();
      by((path) => {
        paths.add(path);
        return path;
      });
      return by(await followAll({ root, procRoot }, [...paths], () => undefined));
    },
  };
}

const onlyOne = <T>(found: readonly T[]): T | undefined =>
  found.length === 1 ? found[0] : undefined;

const attachedIn = ({ attached }: EngineAnswers['swarm']): readonly RawNetwork[] =>
  [...attached.values()].flatMap((answer) => ('value' in answer ? [answer.value] : []));

/** Requests name networks by their names as well. */
function networkFinder(
  networks: readonly RawNetwork[],
  otherwise: ServiceSurroundings['networkOf'],
): ServiceSurroundings['networkOf'] {
  return (asked) =>
    networks.find(({ Id }) => Id === asked) ??
    networks.find(({ Name }) => Name === asked) ??
    otherwise(asked);
}

/** All that a request is read among. */
interface Around extends Omit<RequestSurroundings, 'image'> {
  readonly imageOf: (reference: string) => RequestSurroundings['image'];
  readonly services: ServiceSurroundings;
  readonly serviceOf: (asked: string) => RawService | undefined;
}

/** Reads a request, and tells what it comes to among an engine. */
function prepare({ kind, body: bytes, ...request }: WorkloadRequest) {
  return kinds[kind](bytes, request);
}

type Request = Omit<WorkloadRequest, 'kind' | 'body'>;
type Prepared = (around: Around) => DescribedRequest;

const prepareService = (bytes: Uint8Array, { at, name }: Request, isNew: boolean): Prepared => {
  const { body, problems } = readServiceBody(bytes);
  const { Runtime, PluginSpec } = body.TaskTemplate;
  return ({ target, services, serviceOf }) => ({
    subject: describeService(body, {
      ...{ target, services, at },
      known: isNew ? undefined : serviceOf(name),
    }),
    origins: { [serviceRequestOrigin.name]: serviceRequestOrigin.sources },
    plugin: Runtime === 'plugin' || (PluginSpec ?? null) !== null,
    problems,
  });
};

const ofContainer = { 'engine/workload': origins['engine/workload'] };

const kinds = {
  create: (bytes, request) => {
    const asked = { ...request, ...readCreateBody(bytes) };
    return ({ imageOf, ...around }) => ({
      subject: describeCreate(asked, { ...around, image: imageOf(asked.body.Image) }),
      origins: { [requestOrigin.name]: requestOrigin.sources },
      problems: asked.problems,
    });
  },
  update: (bytes, { name }) => {
    const { body, problems } = readUpdateBody(bytes);
    return (around) => ({ ...describeUpdate(name, body, around), origins: ofContainer, problems });
  },
  exec: (bytes, { name }) => {
    const { body, problems } = readExecBody(bytes);
    return (around) => ({ ...describeExec(name, body, around), origins: ofContainer, problems });
  },
  'service-create': (bytes, request) => prepareService(bytes, request, true),
  'service-update': (bytes, request) => prepareService(bytes, request, false),
} as const satisfies Record<RequestKind, (bytes: Uint8Array, request: Request) => Prepared>;

/** Describes requests to an engine of which nothing was read: what the request does not say is not known. */
export function unreadEngine(target: string): RequestReader {
  const redactor = createRedactor();
  return {
    target,
    describe: async (request) => {
      const apart = redactor.apart();
      const unreadParts = { followLinks: () => notYetRead, redactor: apart };
      return await Promise.resolve(
        prepare(request)({
          target,
          info: notYetRead,
          settings: notYetRead,
          networks: [],
          imageOf: () => undefined,
          containers: {
            product: 'docker',
            engine: notYetRead,
            findContainer: () => undefined,
            runtimeOf: () => undefined,
            serviceOf: () => null,
            volumes: notYetRead,
            ...unreadParts,
          },
          services: {
            product: 'docker',
            node: notYetRead,
            findImage: () => notYetRead,
            networkOf: () => notYetRead,
            ...unreadParts,
          },
          serviceOf: () => undefined,
        }),
      );
    },
  };
}
