import type { GapReason } from '../../../core/facts/gap.ts';
import { inLanguage, text, type Text, type Wording } from '../../../core/text.ts';
import type { Unread } from '../../gathering/unread-gap.ts';

/** A request without a usable answer. */
export interface Failure extends Unread {
  /** The HTTP status; `null` when there was no answer at all. */
  readonly status: number | null;
  /** What the connection ended in, when there was no answer. */
  readonly cause?: unknown;
}

/** The outcome of a request. */
export type Answer<T> = { readonly value: T } | { readonly failure: Failure };

/** Whether the engine said that there is no such thing (any more); a second list has to confirm it. */
export const isGone = (failure: Failure): boolean => failure.status === 404;

/** A failure with what is known beside it. */
export function yet<T>(answer: Answer<T>, beside: Text): Answer<T> {
  if (!('failure' in answer)) return answer;
  const { detail } = answer.failure;
  const said = text(
    `${inLanguage(detail, 'en')}, ${beside.en}`,
    `${inLanguage(detail, 'zh')}，${beside.zh}`,
  );
  return { failure: { ...answer.failure, detail: said } };
}

/** Makes the failure of one request; `said` is the engine's own word on it, without secrets. */
export function httpFailure(endpoint: string, status: number, said: string): Failure {
  const detail = text(
    `GET ${endpoint} was answered with ${status}${said === '' ? '' : `: ${said}`}`,
    `GET ${endpoint} 的应答为 ${status}${said === '' ? '' : `：${said}`}`,
  );
  return { ...failureOf(endpoint, reasonOfStatus(status, said), detail), status };
}

/** A request to which nothing came back. */
export function connectionFailure(endpoint: string, cause: unknown): Failure {
  const code = errnoOf(cause);
  const reason: GapReason =
    code === 'EACCES' || code === 'EPERM'
      ? 'denied'
      : code === 'ETIMEDOUT'
        ? 'timeout'
        : code?.startsWith('HPE_')
          ? 'malformed'
          : 'unavailable';
  const what = code ?? (cause instanceof Error ? cause.name : 'an unknown error');
  const detail = text(`GET ${endpoint} ended in ${what}`, `GET ${endpoint} 失败：${what}`);
  return { ...failureOf(endpoint, reason, detail), cause };
}

/** An answer that goes on until the engine ends it. */
export const endedFailure = (endpoint: string): Failure =>
  failureOf(
    endpoint,
    'unavailable',
    text(`the engine ended its answer to GET ${endpoint}`, `引擎结束了对 GET ${endpoint} 的应答`),
  );

/** A request that was given up. */
export const timeoutFailure = (endpoint: string, why: Text): Failure =>
  failureOf(
    endpoint,
    'timeout',
    text(`GET ${endpoint} was given up: ${why.en}`, `GET ${endpoint} 已放弃：${why.zh}`),
  );

/** An answer that is not what such an endpoint answers. */
export const malformedFailure = (endpoint: string, status: number, why: Wording): Failure => ({
  ...failureOf(
    endpoint,
    'malformed',
    text(
      `GET ${endpoint} was answered with something else: ${inLanguage(why, 'en')}`,
      `GET ${endpoint} 的应答与预期不符：${inLanguage(why, 'zh')}`,
    ),
  ),
  status,
});

/** An answer that holds more than is read. */
export const tooManyFailure = (endpoint: string, entries: number): Failure => ({
  ...failureOf(
    endpoint,
    'unsupported',
    text(
      `GET ${endpoint} was answered with a list of more than ${entries} entries`,
      `GET ${endpoint} 的应答含有超过 ${entries} 项的列表`,
    ),
  ),
  status: 200,
});

/** A list whose first entries alone were read. */
export const leftOutFailure = (endpoint: string, listed: number, read: number): Failure => ({
  ...failureOf(
    endpoint,
    'unsupported',
    text(
      `GET ${endpoint} lists ${listed}; ${listed - read} were not read: at most ${read} are`,
      `GET ${endpoint} 列出 ${listed} 个，其中 ${listed - read} 个未读取：至多读取 ${read} 个`,
    ),
  ),
  status: 200,
});

/** A list that names fewer than the engine itself counts. */
export const unlistedFailure = (endpoint: string, listed: number, counted: number): Failure => ({
  ...failureOf(
    endpoint,
    'malformed',
    text(
      `GET ${endpoint} lists ${listed}, but GET /info counts ${counted}`,
      `GET ${endpoint} 列出 ${listed} 个，而 GET /info 计有 ${counted} 个`,
    ),
  ),
  status: 200,
});

/** The code of an error of the operating system, of TLS or of the HTTP parser. */
export function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}

function reasonOfStatus(status: number, said: string): GapReason {
  if (status === 401 || status === 403) return 'denied';
  if (status === 408 || status === 504) return 'timeout';
  if (status === 405 || status === 501 || /not (a swarm manager|supported)/i.test(said)) {
    return 'unsupported';
  }
  return 'unavailable';
}

const failureOf = (endpoint: string, reason: GapReason, detail: Text): Failure => ({
  reason,
  detail,
  source: { kind: 'api', endpoint, pointer: '' },
  status: null,
});
