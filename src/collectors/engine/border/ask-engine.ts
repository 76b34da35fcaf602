import { z } from 'zod';
import type { EngineClient } from '../transport/engine-client.ts';
import type { ListPlan } from '../transport/read-list.ts';
import type { Answer } from '../transport/failure.ts';
import { rawVersion } from './engine.ts';
import { endpointOf, knownKeysOf, type KnownKeys } from './known-keys.ts';
import { readWhole } from './read-whole.ts';

/** What was read of the answer to a request; `undefined` where it was not asked, or not answered. */
export type TakenAnswer = (endpoint: string) => unknown;

/** A client whose answers are read for what this engine always sends. */
export interface AskedEngine extends EngineClient {
  readonly taken: TakenAnswer;
}

/** Asks an engine what it is, and reads every answer by what is known of such engines. */
export function askEngine(client: EngineClient): AskedEngine {
  const version = client.get('/version', z.unknown());
  const known = version.then(knownKeys);
  const taken = new Map<string, unknown>();
  return {
    ...client,
    get: async (request, schema, entries) => {
      const asked = request === '/version' ? version : client.get(request, z.unknown(), entries);
      const answer = readWhole(request, await asked, schema, await known);
      if ('value' in answer) taken.set(endpointOf(request), answer.value);
      return answer;
    },
    taken: (endpoint) => taken.get(endpointOf(endpoint)),
    list: async <Item>(request: string, plan: ListPlan<Item>) => {
      const keys = await known;
      // Each item is read as the only one of its list.
      const list = z.array(plan.item);
      const within = z.object({ [plan.member ?? '']: list });
      const alone = (raw: unknown): Answer<readonly Item[]> => {
        if (plan.member === undefined) return readWhole(request, { value: [raw] }, list, keys);
        const answer = { value: { [plan.member]: [raw] } };
        const read = readWhole(request, answer, within, keys);
        return 'failure' in read ? read : { value: read.value[plan.member] ?? [] };
      };
      const readItem = (raw: Answer<unknown>): Answer<Item> => {
        const read = 'failure' in raw ? raw : alone(raw.value);
        if ('failure' in read) return read;
        const [item] = read.value;
        // A list of one item has one.
        return { value: item as Item };
      };
      return await client.list(request, { ...plan, readItem });
    },
  };
}

function knownKeys(version: Answer<unknown>): KnownKeys {
  if ('failure' in version) return undefined;
  const { data } = rawVersion.safeParse(version.value);
  return data && knownKeysOf(data);
}
