import Docker from 'dockerode';
import { z } from 'zod';
import { assembleEngine } from '../../src/collectors/engine/assembly/assemble-engine.ts';
import { origins } from '../../src/collectors/engine/origins/origins.ts';
import { noMemory } from '../../src/collectors/engine/memory/reading-memory.ts';
import { readEngine } from '../../src/collectors/engine/reading/read-engine.ts';
import { openClient, type EngineClient } from '../../src/collectors/engine/client/engine-client.ts';
import { httpFailure, type Answer } from '../../src/collectors/engine/client/failure.ts';
import { readOnly, type Call } from '../../src/collectors/engine/client/read-only.ts';
import type { List, ListPlan } from '../../src/collectors/engine/client/read-list.ts';
import { readShape } from '../../src/collectors/engine/client/read-answer.ts';
import { createRedactor } from '../../src/collectors/redaction/create-redactor.ts';
import { builtin } from '../../src/controls/registry/builtin.ts';
import { assess } from '../../src/core/assessment/assess.ts';
import type { Assessment } from '../../src/core/assessment/assessment.ts';
import { orderSnapshot, snapshotVersion } from '../../src/core/snapshot/order-snapshot.ts';
import type { Snapshot } from '../../src/core/snapshot/snapshot.ts';
import { target, tool } from './judge.ts';

/** What an engine answered, by request. */
export type Recorded = ReadonlyMap<string, Answer<unknown>>;

const nobody = { id: target, transport: { kind: 'unix', socketPath: '/nonexistent' } } as const;
const read = (client: EngineClient, procRoot: string) =>
  readEngine(client, nobody, { procRoot, memory: noMemory, onListed: () => undefined });

/** Asks a real engine for all that a scan asks for, and keeps it as it was sent. */
export async function recordAnswers(socketPath: string): Promise<Recorded> {
  const recorded = new Map<string, Answer<unknown>>();
  const client = await openClient(
    { id: target, transport: { kind: 'unix', socketPath } },
    { requestTimeout: 30_000, timeout: 120_000, clean: (text) => text },
  );
  const recording: EngineClient = {
    ...client,
    ask: (call, take) =>
      client.ask(call, (request, answer) => {
        recorded.set(request, answer);
        return take(request, answer);
      }),
    list: (call, plan) =>
      client.ask(call, (request, answer) => {
        recorded.set(request, answer);
        return listIn(request, answer, plan);
      }),
  };
  try {
    await read(recording, '/nonexistent');
  } finally {
    await client.close();
  }
  return recorded;
}

/** Reads a list that was kept, as a client reads one that comes. */
function listIn<Item>(
  request: string,
  answer: Answer<unknown>,
  { member, item, readItem }: ListPlan<Item>,
): Answer<List<Item>> {
  if ('failure' in answer) return answer;
  const held = member === undefined ? answer.value : valueAt(answer.value, [member]);
  const value = held === null && member !== undefined ? [] : held;
  const list = readShape(request, { value }, z.array(z.unknown()));
  if ('failure' in list) return list;
  const items: Item[] = [];
  for (const each of list.value) {
    const raw = { value: each };
    const read = readItem ? readItem(raw, request) : readShape(request, raw, item);
    if ('failure' in read) return read;
    items.push(read.value);
  }
  return { value: { endpoint: request, items, left: 0 } };
}

/** What a call of dockerode asks for. */
const requestOf = async (call: Call): Promise<string> =>
  String(await call(readOnly(Docker, ({ endpoint }) => Promise.resolve(endpoint))));

/** A snapshot as a scan would make it of these answers, by an engine whose host is not seen unless `procRoot` shows it. */
export async function snapshotOfAnswers(
  recorded: Recorded,
  procRoot = '/nonexistent',
): Promise<Snapshot> {
  const unasked = (): never => {
    throw new Error('Nothing but GET is replayed.');
  };
  const answerTo = (request: string): Answer<unknown> =>
    recorded.get(request) ?? { failure: httpFailure(request, 500, 'not recorded') };
  const client: EngineClient = {
    ask: async (call, take) => {
      const request = await requestOf(call);
      return take(request, answerTo(request));
    },
    list: async (call, plan) => {
      const request = await requestOf(call);
      return listIn(request, answerTo(request), plan);
    },
    ended: () => undefined,
    counts: () => ({ answered: 0, unanswered: 0, refused: 0 }),
    stream: unasked,
    lastTransportError: () => '',
    close: () => Promise.resolve(),
  };
  const redactor = createRedactor(Buffer.alloc(32));
  const assembly = await assembleEngine(
    await read(client, procRoot),
    target,
    redactor,
    () => undefined,
  );
  return orderSnapshot({
    kind: 'plimsoll/snapshot',
    version: snapshotVersion,
    tool,
    collectedAt: '2026-11-24T12:00:00Z',
    targets: [
      { id: target, kind: 'engine', machine: 'local', description: 'test', access: 'test' },
    ],
    population: [...assembly.population],
    gaps: [...assembly.gaps],
    redactions: [],
    origins,
    subjects: [...assembly.subjects],
  });
}

/** All built-in controls over a snapshot. */
export const judged = (snapshot: Snapshot): Assessment =>
  assess(snapshot, { catalog: builtin, tool });

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** What stands at a path of keys. */
export const valueAt = (value: unknown, keys: readonly string[]): unknown =>
  keys.reduce((at, key) => (isObject(at) ? at[key] : undefined), value);

/** Changes what stands under a key of what holds it. */
export type Change = (holder: Record<string, unknown>, key: string) => void;

/** The same answers, but that what stands at one path is changed by `change`, which is given what holds it. */
export function changed(
  recorded: Recorded,
  request: string,
  keys: readonly string[],
  change: Change,
): Recorded {
  const answer = recorded.get(request);
  if (!answer || !('value' in answer)) throw new Error(`${request} was not answered.`);
  const value = structuredClone(answer.value);
  const holder = valueAt(value, keys.slice(0, -1));
  const last = keys.at(-1);
  if (!isObject(holder) || last === undefined) throw new Error(`Nothing is at ${keys.join('/')}.`);
  change(holder, last);
  return new Map(recorded).set(request, { value });
}
