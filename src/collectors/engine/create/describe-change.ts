import { workload } from '../../../core/subjects/workload/workload.ts';
import type { Subject } from '../../../core/facts/subject.ts';
import { isMissing, missing, read, sourced, type Missing } from '../../gathering/partial-facts.ts';
import { toSubject } from '../../gathering/to-subject.ts';
import { unread } from '../../gathering/unread-gap.ts';
import { userOf } from '../../workload/user-of.ts';
import { text } from '../../../core/text.ts';
import type { RawContainer } from '../api-schemas/container.ts';
import { containerFacts, containerOrigin } from '../facts/workload/container.ts';
import type { ContainerSurroundings } from '../facts/workload/container-answer.ts';
import { updatedHost, type ExecBody, type UpdateBody } from './change-bodies.ts';

/** What a container is read among that a request changes. */
interface ChangeSurroundings {
  readonly target: string;
  readonly containers: ContainerSurroundings;
}

/** A container as a request leaves it, and as it is. */
export interface Changed {
  readonly subject: Subject;
  readonly before: Subject;
}

/** A container with other limits, or restarted by another policy. */
export function describeUpdate(id: string, body: UpdateBody, around: ChangeSurroundings): Changed {
  const raw = around.containers.findContainer(id);
  const before = toChanged(id, raw, around, raw ? factsOf(raw, around) : unlisted);
  if (!raw) return { subject: before, before };
  // A part that was not read throws where it is asked for.
  const after = Object.defineProperties({} as RawContainer, {
    ...Object.getOwnPropertyDescriptors(raw),
    HostConfig: { get: () => updatedHost(raw.HostConfig, body), enumerable: true },
  });
  return { subject: toChanged(id, raw, around, factsOf(after, around)), before };
}

/** A container with one more command in it. */
export function describeExec(id: string, body: ExecBody, around: ChangeSurroundings): Changed {
  const raw = around.containers.findContainer(id);
  const facts = raw ? factsOf(raw, around) : unlisted;
  const session = {
    id: 'exec-request',
    user: read(() => {
      if (body.User !== '') return userOf(body.User);
      return raw ? userOf(raw.Config.User) : notListed;
    }),
    privileged: body.Privileged,
    running: true,
    program: (body.Cmd[0] ?? '').replace(/^.*\//, ''),
    healthCheck: false,
  };
  const source = { kind: 'api', endpoint: `/containers/${id}/exec`, pointer: '' } as const;
  const withSessions = (sessions: readonly unknown[]): Subject =>
    toChanged(id, raw, around, isMissing(facts) ? facts : { ...facts, sessions });
  // Of commands that others run in it, this one cannot be hidden among them.
  return { subject: withSessions([sourced(session, source)]), before: withSessions([]) };
}

/** What is seen of its processes is left out: a request decides about none of that. */
const factsOf = (raw: RawContainer, { containers }: ChangeSurroundings) =>
  read(() => containerFacts(raw, { ...containers, runtimeOf: () => undefined }));

const toChanged = (
  id: string,
  raw: RawContainer | undefined,
  { target }: ChangeSurroundings,
  facts: Readonly<Record<string, unknown>> | Missing,
): Subject =>
  toSubject({
    kind: workload,
    id: raw?.Id ?? id,
    name: raw?.Name.replace(/^\//, '') ?? id,
    target,
    origin: 'engine/workload',
    facts,
  });

const notListed = missing(
  unread(
    'unavailable',
    text('the container was not there when the engine was last read', '最近读取引擎时尚无该容器'),
  ),
);

/** A container of which nothing was read. */
const unlisted: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(
    Object.keys(containerOrigin).map((path) => [path.split('/')[1] ?? '', notListed]),
  ),
  ...{ origin: 'container', state: 'running' },
};
