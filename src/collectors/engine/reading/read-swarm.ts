import type { z } from 'zod';
import { isMissing, read, whyMissing, type Missing } from '../../gathering/partial-facts.ts';
import type { RawInfo } from '../api-schemas/engine.ts';
import { rawNetwork, type RawNetwork } from '../api-schemas/network.ts';
import { rawService, type RawService } from '../api-schemas/service.ts';
import {
  rawConfig,
  rawNode,
  rawSecret,
  rawSwarm,
  rawSwarmItem,
  rawTasks,
  type RawConfig,
  type RawNode,
  type RawSecret,
  type RawSwarm,
  type RawTasks,
} from '../api-schemas/swarm.ts';
import type { AskedEngine } from '../api-schemas/ask-engine.ts';
import type { Call } from '../client/read-only.ts';
import type { Answer, Failure } from '../client/failure.ts';
import {
  nothingListed,
  notListed,
  readListing,
  valuesOf,
  type Listing,
  type OnListed,
} from './listing.ts';
import { segment } from '../endpoints/segment.ts';
import { inspectNetwork } from './read-objects.ts';
import { probeControlPort, type ControlPort } from './probe-control-port.ts';
import { manyEntriesAtMost } from '../../gathering/bounds.ts';
import { text, type Wording } from '../../../core/text.ts';

/** What a manager says of its Swarm. */
export interface SwarmReadings {
  /** `none`: there is no Swarm; `worker`: there is one, and a manager must be asked about it. */
  readonly role: 'none' | 'worker' | 'manager' | 'unknown';
  readonly swarm: Answer<RawSwarm> | null;
  readonly nodes: Listing<RawNode>;
  readonly services: Listing<RawService>;
  readonly secrets: Listing<RawSecret>;
  readonly configs: Listing<RawConfig>;
  readonly tasks: Answer<RawTasks>;
  /**
   * The networks that services are on, by id: the Swarm's own name for a host's network is in no list of
   * networks, and is given to anyone who asks for it.
   */
  readonly attached: ReadonlyMap<string, Answer<RawNetwork>>;
  /** Where this manager serves other nodes; `null` where it names no address. */
  readonly controlPort: ControlPort | null | Missing;
}

/** Reads the Swarm, as far as this node can tell of it. */
export async function readSwarm(
  client: AskedEngine,
  info: Answer<RawInfo>,
  onListed: OnListed,
): Promise<SwarmReadings> {
  if ('failure' in info) return withoutSwarm('unknown', info.failure);
  const place = read(() => ({
    state: info.value.Swarm?.LocalNodeState ?? '',
    manager: info.value.Swarm?.ControlAvailable ?? false,
  }));
  if (isMissing(place)) return withoutSwarm('unknown', { ...whyMissing(place), status: 200 });
  const { state, manager } = place;
  if (state === '' || state === 'inactive') return withoutSwarm('none');
  if (state !== 'active') {
    return withoutSwarm(
      'unknown',
      failureOf('unavailable', `this node's Swarm is in the state ${state}`),
    );
  }
  if (!manager) {
    const detail = text(
      'this node is a worker: of its Swarm, a manager must be asked',
      '本节点是工作节点，其 Swarm 的情况须向管理节点查询',
    );
    return withoutSwarm('worker', failureOf('unsupported', detail));
  }
  const list = <T extends { readonly ID: string }>(
    what: string,
    listAll: Call,
    inspect: (id: string) => Call,
    schema: z.ZodType<T>,
  ): Promise<Listing<T>> =>
    readListing(
      client,
      {
        what,
        list: listAll,
        item: rawSwarmItem,
        identify: ({ ID, Spec }) => ({ id: ID, name: Spec.Name || ID }),
        read: (id) =>
          client.get(inspect(segment(id)), schema, { about: { id, of: ({ ID }) => ID } }),
      },
      onListed,
    );
  const [swarm, nodes, services, secrets, configs, tasks] = await Promise.all([
    client.get((docker) => docker.swarmInspect(), rawSwarm),
    list(
      'swarm-node',
      (docker) => docker.listNodes(),
      (id) => (docker) => docker.getNode(id).inspect(),
      rawNode,
    ),
    list(
      'service',
      (docker) => docker.listServices(),
      (id) => (docker) => docker.getService(id).inspect(),
      rawService,
    ),
    list(
      'secret',
      (docker) => docker.listSecrets(),
      (id) => (docker) => docker.getSecret(id).inspect(),
      rawSecret,
    ),
    list(
      'config',
      (docker) => docker.listConfigs(),
      (id) => (docker) => docker.getConfig(id).inspect(),
      rawConfig,
    ),
    client.get((docker) => docker.listTasks(), rawTasks, { entries: manyEntriesAtMost }),
  ]);
  const [attached, controlPort] = await Promise.all([
    readAttached(client, valuesOf(services)),
    probeControlPort(info.value, swarm),
  ]);
  return {
    role: 'manager',
    swarm,
    nodes,
    services,
    secrets,
    configs,
    tasks,
    attached,
    controlPort,
  };
}

async function readAttached(
  client: AskedEngine,
  services: readonly RawService[],
): Promise<SwarmReadings['attached']> {
  const ids = services.flatMap((service) => {
    const targets = read(() => service.Spec.TaskTemplate.Networks.map(({ Target }) => Target));
    return isMissing(targets) ? [] : targets;
  });
  const answers = [...new Set(ids)].map(
    async (id) => [id, await client.get(inspectNetwork(id), rawNetwork)] as const,
  );
  return new Map(await Promise.all(answers));
}

function withoutSwarm(role: SwarmReadings['role'], failure?: Failure): SwarmReadings {
  const listing = failure ? notListed(failure) : nothingListed;
  return {
    role,
    swarm: failure ? { failure } : null,
    nodes: listing,
    services: listing,
    secrets: listing,
    configs: listing,
    tasks: failure ? { failure } : { value: [] },
    attached: new Map(),
    controlPort: null,
  };
}

const failureOf = (reason: Failure['reason'], detail: Wording): Failure => ({
  reason,
  detail,
  source: { kind: 'api', endpoint: '/info', pointer: '/Swarm' },
  status: null,
});
