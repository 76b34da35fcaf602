import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { PlimsollError } from '../../../core/errors.ts';
import { SyntaxProblem } from '../../../syntax/problem.ts';
import type { EngineAddress } from '../address/engine-address.ts';
import { createDeadline, requestDeadline, type Deadline } from './deadline.ts';
import {
  connectionFailure,
  errnoOf,
  malformedFailure,
  timeoutFailure,
  type Answer,
} from './failure.ts';
import { openWay } from './open-way.ts';
import { readJson, readRefusal, readShape } from './read-answer.ts';
import { readList, type List, type ListPlan } from './read-list.ts';
import { listTooLong, readText, send, tooLong } from './send.ts';
import { createSlots } from './slots.ts';
import { text, type Text } from '../../../core/text.ts';
import { answerBytesAtMost, listBytesAtMost } from '../../bounds.ts';

/** The only thing that talks to an engine. */
export interface EngineClient {
  /**
   * Asks one endpoint and reads its answer with `schema`. Never rejects for what the engine does.
   *
   * @param endpoint path and query, without the API's version
   * @param entries of one list, or members of one object, at most
   */
  readonly get: <T>(endpoint: string, schema: z.ZodType<T>, entries?: number) => Promise<Answer<T>>;
  /** Asks one endpoint for a list, and reads it an item at a time while it comes. Never rejects for what the engine does. */
  readonly list: <Item>(endpoint: string, plan: ListPlan<Item>) => Promise<Answer<List<Item>>>;
  /**
   * Sends a request without a body; of a HEAD, the answer is `null`.
   *
   * @throws PlimsollError `engine-refused-method` for anything but GET and HEAD, before anything is sent
   */
  readonly request: (method: string, endpoint: string) => Promise<Answer<unknown>>;
  /**
   * Asks one endpoint with GET, and hands its answer on in chunks while it comes: nothing of it is kept.
   *
   * @param take reads the chunks; what it rejects with as a PlimsollError or a SyntaxProblem is thrown on
   */
  readonly stream: <T>(
    endpoint: string,
    take: (chunks: AsyncIterable<Buffer>) => Promise<T>,
  ) => Promise<Answer<T>>;
  /** Why everything has ended; `undefined` while it has not. What is done without asking goes on until then. */
  readonly ended: () => Text | undefined;
  /** What the way to the engine complained of, beside the errors of requests; `''` when nothing. */
  readonly complaint: () => string;
  /** Ends what is under way, and closes the way. */
  readonly close: () => Promise<void>;
}

/** How long is waited, and by what words errors are told. */
export interface ClientOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for one request. */
  readonly requestTimeout: number;
  /** Milliseconds for everything. */
  readonly timeout: number;
  /** Takes secrets out of what the engine says of an error. */
  readonly clean: (text: string) => string;
  /** Told of the JSON of each answer to a GET, before any schema has read it. */
  readonly onAnswer?: ((request: string, answer: unknown) => void) | undefined;
}

/** Requests under way at once. */
const inFlight = 8;

/** Opens the way to an engine; nothing is sent before the first request. */
export async function openClient(
  address: EngineAddress,
  { signal, requestTimeout, timeout, clean, onAnswer }: ClientOptions,
): Promise<EngineClient> {
  const way = await openWay(address);
  const slots = createSlots(inFlight);
  const basePath = address.transport.kind === 'tcp' ? address.transport.basePath : '';
  const end = createDeadline(timeout, signal);

  /** Sends one request and hands its answer to `take`, if it is a success; all of it within the deadlines. */
  const ask = async <T>(
    method: 'GET' | 'HEAD',
    endpoint: string,
    take: (answer: IncomingMessage, deadline: Deadline) => Promise<Answer<T>>,
  ): Promise<Answer<T>> => {
    const ended = end.reason();
    if (ended !== undefined) return { failure: timeoutFailure(endpoint, ended) };
    const deadline = requestDeadline(requestTimeout, end);
    try {
      const answer = await send(way, method, `${basePath}${endpoint}`, deadline);
      const { statusCode = 0 } = answer;
      if (succeeded.has(statusCode)) return await take(answer, deadline);
      return { failure: readRefusal(endpoint, statusCode, await readText(answer), clean) };
    } catch (error) {
      const why = deadline.reason();
      if (why !== undefined) return { failure: timeoutFailure(endpoint, why) };
      if (error instanceof PlimsollError || error instanceof SyntaxProblem) throw error;
      if (error === tooLong) return tooManyBytes(endpoint, answerBytesAtMost);
      if (error === listTooLong) return tooManyBytes(endpoint, listBytesAtMost);
      return { failure: connectionFailure(endpoint, error) };
    } finally {
      deadline.close();
    }
  };

  const once = (
    method: 'GET' | 'HEAD',
    endpoint: string,
    entries?: number,
  ): Promise<Answer<unknown>> =>
    ask(method, endpoint, async (answer) => {
      const body = await readText(answer);
      return method === 'HEAD' ? { value: null } : readJson(endpoint, body, entries);
    });

  /** The engine may close a connection just as it is used again; what only reads may be asked twice. */
  const twice = <T>(askOnce: () => Promise<Answer<T>>): Promise<Answer<T>> =>
    slots(async () => {
      const first = await askOnce();
      const broken = 'failure' in first && wasCut.has(errnoOf(first.failure.cause));
      return broken ? await askOnce() : first;
    });

  const request = async (
    method: string,
    endpoint: string,
    entries?: number,
  ): Promise<Answer<unknown>> => {
    assertReadOnly(method);
    return await twice(() => once(method, endpoint, entries));
  };

  const list: EngineClient['list'] = (endpoint, plan) =>
    twice(() =>
      ask('GET', endpoint, async (answer, deadline) => {
        deadline.onEnd(() => answer.destroy(new Error('It was broken off.')));
        const keep = onAnswer && ((said: unknown): void => onAnswer(endpoint, said));
        return await readList(endpoint, answer, plan, keep);
      }),
    );

  const stream: EngineClient['stream'] = (endpoint, take) =>
    ask('GET', endpoint, async (answer, deadline) => {
      deadline.onEnd(() => answer.destroy(new Error('It was broken off.')));
      try {
        return { value: await take(answer) };
      } finally {
        answer.destroy();
      }
    });

  return {
    request: (method, endpoint) => request(method, endpoint),
    list,
    ended: end.reason,
    stream: (endpoint, take) => slots(() => stream(endpoint, take)),
    get: async (endpoint, schema, entries) => {
      const answer = await request('GET', endpoint, entries);
      if ('value' in answer) onAnswer?.(endpoint, answer.value);
      return readShape(endpoint, answer, schema);
    },
    complaint: way.complaint,
    close: async () => {
      end.close();
      way.to.agent.destroy();
    },
  };
}

/** @throws PlimsollError `engine-refused-method` */
function assertReadOnly(method: string): asserts method is 'GET' | 'HEAD' {
  if (method === 'GET' || method === 'HEAD') return;
  throw new PlimsollError(
    'engine-refused-method',
    `A ${method} request to the engine was refused: whoever assesses only reads.`,
    { hint: 'This is a defect of plimsoll or of an extension; please report it.' },
  );
}

const tooManyBytes = (endpoint: string, bytes: number) => ({
  failure: malformedFailure(
    endpoint,
    200,
    text(`it is longer than ${bytes} bytes`, `超过 ${bytes} 字节`),
  ),
});

/** How a connection ends that the other side closed. */
const wasCut = new Set<string | undefined>(['ECONNRESET', 'EPIPE']);

const succeeded = new Set([200, 204]);
