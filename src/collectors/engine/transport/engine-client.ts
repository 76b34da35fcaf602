import { z } from 'zod';
import { PlimsollError } from '../../../core/errors.ts';
import type { EngineAddress } from '../address/engine-address.ts';
import {
  connectionFailure,
  errnoOf,
  httpFailure,
  malformedFailure,
  timeoutFailure,
  type Answer,
} from './failure.ts';
import { openModem, type OpenModem } from './open-modem.ts';
import { createSlots } from './slots.ts';

/** The only thing that talks to an engine. */
export interface EngineClient {
  /**
   * Asks one endpoint and reads its answer with `schema`. Never rejects for what the engine does.
   *
   * @param endpoint path and query, without the API's version
   */
  readonly get: <T>(endpoint: string, schema: z.ZodType<T>) => Promise<Answer<T>>;
  /**
   * Sends a request without a body.
   *
   * @throws PlimsollError `engine-refused-method` for anything but GET and HEAD, before anything is sent
   */
  readonly request: (method: string, endpoint: string) => Promise<Answer<unknown>>;
  /** What the way to the engine complained of, beside the errors of requests; `''` when nothing. */
  readonly complaint: () => string;
  readonly close: () => Promise<void>;
}

/** How long is waited, and how much is asked at once. */
export interface ClientOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for one request. */
  readonly requestTimeout: number;
  /** Milliseconds for everything. */
  readonly timeout: number;
  /** Takes secrets out of what the engine says of an error. */
  readonly clean: (text: string) => string;
}

const inFlight = 8;
const accepted = { 200: true, 204: true };

/** Opens the way to an engine; nothing is sent before the first request. */
export async function openClient(
  address: EngineAddress,
  options: ClientOptions,
): Promise<EngineClient> {
  const way = await openModem(address);
  const slots = createSlots(inFlight);
  const basePath = address.transport.kind === 'tcp' ? address.transport.basePath : '';
  const ended = endOf(options);

  const once = async (method: string, endpoint: string): Promise<Answer<unknown>> => {
    const why = ended.reason();
    if (why !== undefined) return { failure: timeoutFailure(endpoint, why) };
    const request = new AbortController();
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      request.abort();
    }, options.requestTimeout);
    const stop = (): void => request.abort();
    ended.signal.addEventListener('abort', stop);
    try {
      const body = await dial(way, method, `${basePath}${endpoint}`, request.signal);
      return method === 'HEAD' ? { value: null } : readBody(endpoint, body);
    } catch (error) {
      const given = timedOut ? `no answer in ${options.requestTimeout} ms` : ended.reason();
      if (given !== undefined) return { failure: timeoutFailure(endpoint, given) };
      return { failure: failureOf(endpoint, error, options.clean) };
    } finally {
      clearTimeout(timer);
      ended.signal.removeEventListener('abort', stop);
    }
  };

  const request = async (method: string, endpoint: string): Promise<Answer<unknown>> => {
    assertReadOnly(method);
    return await slots(async () => {
      const first = await once(method, endpoint);
      // The engine may close a connection just as it is used again; what only reads may be asked twice.
      const broken = 'failure' in first && errnoOf(first.failure.cause) === 'ECONNRESET';
      return broken ? await once(method, endpoint) : first;
    });
  };

  return {
    request,
    get: async (endpoint, schema) => {
      const answer = await request('GET', endpoint);
      if ('failure' in answer) return answer;
      const parsed = schema.safeParse(answer.value);
      if (parsed.success) return { value: parsed.data };
      return { failure: malformedFailure(endpoint, 200, misfit(parsed.error)) };
    },
    complaint: way.complaint,
    close: async () => {
      ended.close();
      await way.close();
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

/** When everything has to end, and why. */
function endOf({ signal, timeout }: ClientOptions) {
  const controller = new AbortController();
  let reason: string | undefined;
  const end = (why: string): void => {
    reason ??= why;
    controller.abort();
  };
  const interrupted = (): void => end('the collection was ended');
  const timer = setTimeout(() => end(`the collection took longer than ${timeout} ms`), timeout);
  if (signal?.aborted) interrupted();
  signal?.addEventListener('abort', interrupted);
  return {
    signal: controller.signal,
    reason: () => reason,
    close: () => {
      end('nothing more was to be read');
      clearTimeout(timer);
      signal?.removeEventListener('abort', interrupted);
    },
  };
}

function dial(
  { modem }: OpenModem,
  method: string,
  path: string,
  abortSignal: AbortSignal,
): Promise<unknown> {
  // docker-modem takes the last character off a path that has a query and no options.
  const asked = path.includes('?') ? `${path}&` : path;
  return new Promise((resolve, reject) => {
    modem.dial({ path: asked, method, statusCodes: accepted, abortSignal }, (error, body) =>
      error ? reject(error) : resolve(body),
    );
  });
}

/** docker-modem hands over what is not JSON, or is nothing in JSON, as bytes. */
function readBody(endpoint: string, body: unknown): Answer<unknown> {
  if (!Buffer.isBuffer(body)) return { value: body };
  try {
    return { value: JSON.parse(body.toString()) as unknown };
  } catch {
    return { failure: malformedFailure(endpoint, 200, 'it is not JSON') };
  }
}

const refusal = z.object({
  statusCode: z.number(),
  json: z.unknown(),
});
const engineMessage = z.union([
  z.object({ message: z.string() }).transform(({ message }) => message),
  z.instanceof(Buffer).transform(String),
]);

/** Of an error of docker-modem's: the engine refused, or there was no answer. */
function failureOf(endpoint: string, error: unknown, clean: ClientOptions['clean']) {
  const answered = refusal.safeParse(error);
  if (!answered.success) return connectionFailure(endpoint, error);
  const said = engineMessage.safeParse(answered.data.json).data ?? '';
  const line = clean(said.replace(/\s+/g, ' ').trim()).slice(0, 300);
  return httpFailure(endpoint, answered.data.statusCode, line);
}

function misfit({ issues }: z.ZodError): string {
  const first = issues[0];
  return first ? `at /${first.path.join('/')}: ${first.message}` : 'it is not understood';
}
