import type { SourceMap } from '../../../core/facts/source.ts';
import type { Subject } from '../../../core/facts/subject.ts';
import type { GoJsonProblem } from '../../../syntax/json/read-go-json.ts';
import { missing } from '../../gathering/partial-facts.ts';

import { createRedactor, type Redactor } from '../../redaction/create-redactor.ts';
import { containerSurroundings, traitsOf } from '../assembly/context.ts';
import { toPart } from '../assembly/assemble.ts';
import { valuesOf } from '../reading/listing.ts';
import { followAll, followsNone } from '../reading/follow-links.ts';
import type { EngineAnswers } from '../reading/read-engine.ts';
import {
  describeCreate,
  notYetRead,
  type AskedContainer,
  type RequestSurroundings,
} from './describe-create.ts';
import { findImage } from './find-image.ts';
import { readBody } from './read-body.ts';
import { requestOrigin } from './request-sources.ts';

/** A request to make a container. */
export interface CreateRequest {
  readonly body: Uint8Array;
  /** As the request names the container; `''` leaves it to the engine. */
  readonly name: string;
  /** When it was made, ISO 8601 UTC. */
  readonly at: string;
  /** Minor version of the API that is asked, as 45 of 1.45; `null` where the request names none. */
  readonly api: number | null;
}

/** What a request would make. */
export interface DescribedRequest {
  /** The container as it would be before it is started: a workload whose origin is `create-request`. */
  readonly subject: Subject;
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
  readonly describe: (request: CreateRequest) => Promise<DescribedRequest>;
}

/** Prepares to describe requests to an engine that was read. */
export async function createRequestReader(
  answers: EngineAnswers,
  target: string,
  redactor: Redactor,
): Promise<RequestReader> {
  const traits = await traitsOf(answers);
  const { host, info, images, networks } = answers;
  const { daemon } = host;
  const listed = valuesOf(images).map(({ raw }) => raw);
  const known = {
    target,
    info: toPart(info),
    settings: 'process' in daemon ? daemon.settings : missing(daemon),
    networks: valuesOf(networks),
  };
  return {
    target,
    describe: async ({ body, ...request }) => {
      const asked = { ...request, ...readBody(body) };
      const around = { ...known, image: findImage(listed, asked.body.Image) };
      // What is dropped of a request that is refused was never in a snapshot.
      const containers = containerSurroundings(answers, traits, () => '', redactor.apart());
      const { root, procRoot, local } = host;
      const followLinks =
        root === null
          ? followsNone(
              local
                ? "the host's root directory cannot be read from here"
                : 'symbolic links cannot be followed on a remote host',
            )
          : await followAll(
              { root, procRoot },
              hostPaths(asked, around, containers),
              () => undefined,
            );
      return described(asked, { ...around, containers: { ...containers, followLinks } });
    },
  };
}

const described = (asked: AskedContainer, around: RequestSurroundings): DescribedRequest => ({
  subject: describeCreate(asked, around),
  origins: { [requestOrigin.name]: requestOrigin.sources },
  problems: asked.problems,
});

/** The paths of the host whose links are followed. */
function hostPaths(
  request: AskedContainer,
  around: Omit<RequestSurroundings, 'containers'>,
  containers: RequestSurroundings['containers'],
): readonly string[] {
  const paths = new Set<string>();
  const noting = {
    ...containers,
    followLinks: (path: string) => {
      paths.add(path);
      return path;
    },
  };
  describeCreate(request, { ...around, containers: noting });
  return [...paths];
}

/** Describes requests to an engine of which nothing was read: what the request does not say is not known. */
export function unreadEngine(target: string): RequestReader {
  const redactor = createRedactor();
  return {
    target,
    describe: async ({ body, ...request }) =>
      await Promise.resolve(
        described(
          { ...request, ...readBody(body) },
          {
            target,
            info: notYetRead,
            settings: notYetRead,
            networks: [],
            image: undefined,
            containers: {
              product: 'docker',
              engine: notYetRead,
              findContainer: () => undefined,
              runtimeOf: () => undefined,
              serviceOf: () => null,
              followLinks: () => notYetRead,
              volumes: notYetRead,
              redactor: redactor.apart(),
            },
          },
        ),
      ),
  };
}
