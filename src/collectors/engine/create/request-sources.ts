import { withId, type Source, type SourceMap } from '../../../core/facts/source.ts';
import type { Subject } from '../../../core/facts/subject.ts';
import { serviceOrigin } from '../facts/workload/service.ts';
import { containerOrigin } from '../facts/workload/container.ts';

/** Where requests to make a container are sent. */
export const createEndpoint = '/containers/create';

/** The id of what does not exist yet. */
export const requestedId = 'create-request';

/** Where the facts of a container stand in the request for it. */
function inRequest(origin: SourceMap): SourceMap {
  return Object.fromEntries(Object.entries(origin).map(([path, source]) => [path, asked(source)]));
}

const places: readonly (readonly [place: RegExp, instead: string])[] = [
  [/^\/Config\//, '/'],
  [/^\/Mounts.*$/, '/HostConfig'],
  [/^\/NetworkSettings\/Networks$/, '/NetworkingConfig/EndpointsConfig'],
  [/^\/NetworkSettings\/Ports$/, '/HostConfig/PortBindings'],
  [/^\/Args$/, '/Cmd'],
  [/^\/(?:AppArmorProfile|ProcessLabel)$/, '/HostConfig/SecurityOpt'],
  [/^\/(?:Image|Created|RestartCount|ExecIDs|State\/.*)$/, ''],
];

function asked(source: Source): Source {
  if (source.kind !== 'api') return source;
  const about = withId({ ...source, pointer: '' }, requestedId);
  const isContainers =
    about.kind === 'api' && about.endpoint.startsWith(`/containers/${requestedId}/`);
  if (!isContainers) return source;
  const [place, instead] = places.find(([pattern]) => pattern.test(source.pointer)) ?? [];
  const pointer = place ? source.pointer.replace(place, instead ?? '') : source.pointer;
  return { ...source, endpoint: createEndpoint, pointer };
}

/** A subject whose own sources are places of the request. */
export function withRequestSources(subject: Subject): Subject {
  const { sources, gaps } = subject;
  return {
    ...subject,
    gaps: gaps.map((gap) => (gap.source ? { ...gap, source: asked(gap.source) } : gap)),
    ...(sources ? { sources: inRequest(sources) } : {}),
  };
}

/** How subjects name the place of their facts, and what stands there. */
export const requestOrigin = {
  name: 'engine/create-request',
  sources: inRequest(containerOrigin),
} as const;

/** The same of a service, whose request has all that its answer has below `Spec`. */
export const serviceRequestOrigin = {
  name: 'engine/service-request',
  sources: Object.fromEntries(
    Object.entries(serviceOrigin).map(([path, source]): [string, Source] => {
      if (source.kind !== 'api') return [path, source];
      const pointer = source.pointer
        .replace(/^\/Spec(?=\/)/, '')
        .replace('/Endpoint/', '/EndpointSpec/');
      return [path, { ...source, endpoint: '/services/create', pointer }];
    }),
  ),
} as const;
