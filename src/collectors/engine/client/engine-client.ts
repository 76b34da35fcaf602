import type { IncomingMessage } from 'node:http';
import pLimit from 'p-limit';
import { PlimsollError } from '../../../core/errors.ts';
import { text, type Text } from '../../../core/text.ts';
import { SyntaxProblem } from '../../../syntax/problem.ts';
import { answerBytesAtMost, listBytesAtMost } from '../../gathering/bounds.ts';
import type { EngineAddress } from '../address/engine-address.ts';
import { createDeadline, requestDeadline } from './deadline.ts';
import { dial } from './dial.ts';
import {
  connectionFailure,
  errnoOf,
  malformedFailure,
  timeoutFailure,
  type Answer,
} from './failure.ts';
import { noMemory, recallOr, type ReadingMemory } from '../memory/reading-memory.ts';
import { holds, isRemembered } from '../memory/names.ts';
import { openModem } from './modem.ts';
import { readJson, readRefusal } from './read-answer.ts';
import { readList, type List, type ListPlan } from './read-list.ts';
import { readOnly, type Call, type EngineRequest } from './read-only.ts';
import { listTooLong, readText, tooLong } from './read-text.ts';

/** The only thing that talks to an engine. */
export interface EngineClient {
  /**
   * Asks one question, whose answer is JSON. Never rejects for what the engine does.
   *
   * @param take reads the answer to the endpoint that was asked: its path and query, without the API's version
   * @param entries of one list, or members of one object, at most
   * @throws PlimsollError `engine-refused-method` for a call that does not only read, before anything is sent
   */
  readonly ask: <T>(
    call: Call,
    take: (endpoint: string, answer: Answer<unknown>) => Answer<T>,
    entries?: number,
  ) => Promise<Answer<T>>;
  /** Asks for a list, and reads it an item at a time while it comes. Never rejects for what the engine does. */
  readonly list: <Item>(call: Call, plan: ListPlan<Item>) => Promise<Answer<List<Item>>>;
  /**
   * Hands an answer on in chunks while it comes: nothing of it is kept.
   *
   * @param take reads the chunks; what it rejects with as a PlimsollError or a SyntaxProblem is thrown on
   */
  readonly stream: <T>(
    call: Call,
    take: (chunks: AsyncIterable<Buffer>) => Promise<T>,
  ) => Promise<Answer<T>>;
  /** Why everything has ended; `undefined` while it has not. What is done without asking goes on until then. */
  readonly ended: () => Text | undefined;
  /** Requests so far that were answered, whatever with, and those to which nothing came. */
  readonly counts: () => RequestCounts;
  /** What the connection complained of, beside the errors of requests; `''` when nothing. */
  readonly lastTransportError: () => string;
  /** Ends what is under way, and closes the connections. */
  readonly close: () => Promise<void>;
}

/** How requests came out. */
export interface RequestCounts {
  readonly answered: number;
  readonly unanswered: number;
  /** Of these, those for which nothing listened any more. */
  readonly refused: number;
}

/** How long is waited, and in which words errors are said. */
export interface ClientOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for one request; without end when absent. */
  readonly requestTimeout?: number;
  /** Milliseconds for everything; without end when absent. */
  readonly timeout?: number;
  /** Takes secrets out of what the engine says of an error. */
  readonly clean: (text: string) => string;
  /** Is given the JSON of each answer to a GET, before any schema has read it. */
  readonly onAnswer?: ((request: string, answer: unknown) => void) | undefined;
  /** What was answered before, and holds; nothing when absent. */
  readonly memory?: ReadingMemory;
}

/** Requests under way at once. */
const inFlight = 8;

/** Opens a client of an engine; nothing is sent before the first request. */
export async function openClient(
  { transport }: EngineAddress,
  { signal, requestTimeout, timeout, clean, onAnswer, memory = noMemory }: ClientOptions,
): Promise<EngineClient> {
  const [{ default: DockerClass }, modem] = await Promise.all([
    import('dockerode'),
    openModem(transport),
  ]);
  const limit = pLimit(inFlight);
  const end = createDeadline(timeout, signal);
  let [answered, unanswered, refused] = [0, 0, 0];

  /** Sends one request and hands its answer to `take`, if it is a success; all of it within the deadlines. */
  const send = async <T>(request: EngineRequest, take: Take<T>): Promise<Answer<T>> => {
    const { endpoint } = request;
    const ended = end.reason();
    if (ended !== undefined) return { failure: timeoutFailure(endpoint, ended) };
    const deadline = requestDeadline(requestTimeout, end);
    try {
      const answer = await dial(modem, request, deadline);
      const { statusCode = 0 } = answer;
      if (succeeded.has(statusCode)) return await take(endpoint, answer);
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

  const count = <T>(answer: Answer<T>): Answer<T> => {
    const isUnanswered = 'failure' in answer && answer.failure.status === null;
    if (!isUnanswered) answered += 1;
    else unanswered += 1;
    if (isUnanswered && isAway.has(errnoOf(answer.failure.cause))) refused += 1;
    return answer;
  };

  /** The engine may close a connection just as it is used again; what only reads may be asked twice. */
  const twice = async <T>(request: EngineRequest, take: Take<T>): Promise<Answer<T>> => {
    const first = await send(request, take);
    const isBroken = 'failure' in first && wasCut.has(errnoOf(first.failure.cause));
    return count(isBroken ? await send(request, take) : first);
  };

  /** Every question goes through the guard, which gives dockerode what was read as the answer. */
  const through = async <T>(
    call: Call,
    answer: (request: EngineRequest) => Promise<Answer<T>>,
  ): Promise<Answer<T>> =>
    // A method of dockerode resolves to what its modem gives.
    (await call(readOnly(DockerClass, (request) => limit(() => answer(request))))) as Answer<T>;

  return {
    ask: (call, take, entries) =>
      through(call, async (request) => {
        const { endpoint } = request;
        const asked = () =>
          twice(request, async (_, incoming) =>
            readJson(endpoint, await readText(incoming), entries),
          );
        const answer = isRemembered(endpoint)
          ? await recallOr(
              memory,
              endpoint,
              (found) => 'value' in found && holds(endpoint, found.value),
              asked,
            )
          : await asked();
        if ('value' in answer) onAnswer?.(endpoint, answer.value);
        return take(endpoint, answer);
      }),
    list: (call, plan) =>
      through(call, (request) =>
        twice(request, (endpoint, incoming) => {
          const keep = onAnswer && ((said: unknown): void => onAnswer(endpoint, said));
          return readList(endpoint, incoming, plan, keep);
        }),
      ),
    stream: (call, take) =>
      through(call, (request) =>
        send(request, async (_, incoming) => {
          try {
            return { value: await take(incoming) };
          } finally {
            incoming.destroy();
          }
        }),
      ),
    ended: end.reason,
    counts: () => ({ answered, unanswered, refused }),
    lastTransportError: modem.lastTransportError,
    close: async () => {
      end.close();
      modem.close();
    },
  };
}

/** Reads an answer that is a success. */
type Take<T> = (endpoint: string, answer: IncomingMessage) => Promise<Answer<T>>;

const tooManyBytes = (endpoint: string, bytes: number) => ({
  failure: malformedFailure(
    endpoint,
    200,
    text(`it is longer than ${bytes} bytes`, `超过 ${bytes} 字节`),
  ),
});

/** How a connection ends that the other side closed. */
const wasCut = new Set<string | undefined>(['ECONNRESET', 'EPIPE']);

/** How a connection fails where nothing listens. */
const isAway = new Set<string | undefined>(['ECONNREFUSED', 'ENOENT']);

const succeeded = new Set([200, 204]);
