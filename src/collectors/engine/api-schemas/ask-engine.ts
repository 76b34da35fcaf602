import { z } from 'zod';
import { text } from '../../../core/text.ts';
import type { EngineClient } from '../client/engine-client.ts';
import { malformedFailure, type Answer } from '../client/failure.ts';
import type { ListPlan } from '../client/read-list.ts';
import type { Call } from '../client/read-only.ts';
import { rawVersion, type RawVersion } from './engine.ts';
import { endpointOf, knownKeysOf, type KnownKeys } from './known-keys.ts';
import { readWhole } from './read-whole.ts';

/** What was read of the answer to a request; `undefined` where it was not asked, or not answered. */
export type TakenAnswer = (endpoint: string) => unknown;

/** What is asked about one thing, and what its answer says that it is about. */
export interface About<T> {
  readonly id: string;
  readonly of: (value: T) => string;
}

/** A client whose answers are read for what this engine always sends. */
export interface AskedEngine extends EngineClient {
  /** What the engine is, which is asked once. */
  readonly version: Promise<Answer<RawVersion>>;
  /**
   * Asks one question and reads its answer with `schema`.
   *
   * @param about an answer about another thing is none; absent where it is about no single one
   * @param entries of one list, or members of one object, at most
   */
  readonly get: <T>(
    call: Call,
    schema: z.ZodType<T>,
    how?: { readonly about?: About<T>; readonly entries?: number },
  ) => Promise<Answer<T>>;
  readonly taken: TakenAnswer;
}

/** Asks an engine what it is, and reads every answer with what is known of such engines. */
export function askEngine(client: EngineClient): AskedEngine {
  const taken = new Map<string, unknown>();
  const takeWhole = <T>(
    request: string,
    raw: Answer<unknown>,
    schema: z.ZodType<T>,
    keys: KnownKeys,
  ): Answer<T> => {
    const answer = readOnce(request, raw, schema, keys);
    if ('value' in answer) taken.set(endpointOf(request), answer.value);
    return answer;
  };
  let known: KnownKeys;
  const version = client.ask(
    (docker) => docker.version(),
    (request, raw) => {
      known = knownKeys(raw);
      return takeWhole(request, raw, rawVersion, known);
    },
  );
  return {
    ...client,
    version,
    get: async (call, schema, { about, entries } = {}) => {
      let request = '';
      const asked = await client.ask(
        call,
        (endpoint, raw) => {
          request = endpoint;
          return raw;
        },
        entries,
      );
      await version;
      const answer = takeWhole(request, asked, schema, known);
      if (!about || 'failure' in answer || about.of(answer.value) === about.id) return answer;
      const why = text('it is about something else', '其内容属于另一个对象');
      return { failure: malformedFailure(request, 200, why) };
    },
    taken: (endpoint) => taken.get(endpointOf(endpoint)),
    list: async <Item>(call: Call, plan: ListPlan<Item>) => {
      await version;
      // Each item is read as the only one of its list.
      const list = z.array(plan.item);
      const within = z.object({ [plan.member ?? '']: list });
      const alone = (raw: unknown, request: string): Answer<readonly Item[]> => {
        if (plan.member === undefined) return readWhole(request, { value: [raw] }, list, known);
        const answer = { value: { [plan.member]: [raw] } };
        const read = readWhole(request, answer, within, known);
        return 'failure' in read ? read : { value: read.value[plan.member] ?? [] };
      };
      const readItem = (raw: Answer<unknown>, request: string): Answer<Item> => {
        const read = 'failure' in raw ? raw : alone(raw.value, request);
        if ('failure' in read) return read;
        const [item] = read.value;
        // A list of one item has one.
        return { value: item as Item };
      };
      return await client.list(call, { ...plan, readItem });
    },
  };
}

/** What was read of answers that are remembered: the same object is read once. */
const wholes = new WeakMap<
  object,
  { readonly schema: z.ZodType; readonly keys: KnownKeys; readonly answer: Answer<unknown> }
>();

function readOnce<T>(
  request: string,
  raw: Answer<unknown>,
  schema: z.ZodType<T>,
  keys: KnownKeys,
): Answer<T> {
  const value = 'value' in raw && typeof raw.value === 'object' ? raw.value : null;
  const known = value && wholes.get(value);
  // What a schema gave is of its type.
  if (known?.schema === schema && known.keys === keys) return known.answer as Answer<T>;
  const answer = readWhole(request, raw, schema, keys);
  if (value) wholes.set(value, { schema, keys, answer });
  return answer;
}

function knownKeys(version: Answer<unknown>): KnownKeys {
  if ('failure' in version) return undefined;
  const { data } = rawVersion.safeParse(version.value);
  return data && knownKeysOf(data);
}
